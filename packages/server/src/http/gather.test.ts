import { describe, expect, test } from 'vitest'
import { gathered } from './gather.ts'

/** What the longest short text has. */
const most = 256 * 1_024

interface Source {
  readonly pieces: AsyncIterable<string>
  /** How many were taken, and whether the end was reached or told of. */
  readonly seen: { taken: number; isOver: boolean }
}

function sourceOf(...texts: readonly string[]): Source {
  const seen = { taken: 0, isOver: false }
  async function* pieces(): AsyncGenerator<string> {
    try {
      for (const text of texts) {
        seen.taken += 1
        yield text
      }
    } finally {
      seen.isOver = true
    }
  }
  return { pieces: pieces(), seen }
}

async function longOf(source: Source): Promise<AsyncIterable<string>> {
  const result = await gathered(source.pieces)
  if (typeof result === 'string') throw new Error('It is short.')
  return result
}

describe('gathered', () => {
  test.each([[[]], [['a', '', 'b']], [['x'.repeat(most)]]])('gives a short text in one piece', async (texts) => {
    expect(await gathered(sourceOf(...texts).pieces)).toBe(texts.join(''))
  })

  test('gives a long one in pieces, and takes no more of it than it must', async () => {
    const source = sourceOf('[', 'x'.repeat(most), 'y', ']')
    const pieces = await longOf(source)
    expect(source.seen).toEqual({ taken: 2, isOver: false })
    expect(await Array.fromAsync(pieces)).toEqual([`[${'x'.repeat(most)}`, 'y', ']'])
    expect(source.seen).toEqual({ taken: 4, isOver: true })
  })

  test.each([1, 2])('tells the source when nobody wants more than %i of them', async (wanted) => {
    const source = sourceOf('x'.repeat(most + 1), 'y', 'z')
    const taken: string[] = []
    for await (const piece of await longOf(source)) {
      taken.push(piece)
      if (taken.length === wanted) break
    }
    expect(taken).toHaveLength(wanted)
    expect(source.seen).toEqual({ taken: wanted, isOver: true })
  })
})
