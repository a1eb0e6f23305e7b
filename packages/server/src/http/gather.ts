/** Results that come in pieces: most are short, and are answered as if they had come at once. */

/** In characters. Protects memory: of a longer result, only so much is kept at a time. */
const longest = 256 * 1_024

/** The whole text where it is short, otherwise all of it in pieces. What fails up to there rejects. */
export async function gathered(pieces: AsyncIterable<string>): Promise<string | AsyncIterable<string>> {
  const iterator = pieces[Symbol.asyncIterator]()
  let text = ''
  for (;;) {
    const next = await iterator.next()
    if (next.done === true) return text
    text += next.value
    if (text.length > longest) return resumed(text, iterator)
  }
}

async function* resumed(begun: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield begun
    yield* { [Symbol.asyncIterator]: () => rest }
  } finally {
    // Nothing is left of what has ended; of what has not, whoever reads it learns that nobody wants more.
    await rest.return?.()
  }
}
