/** Cuts a stream of bytes into lines, in constant memory. */

/** What a line may be at most, in bytes; it bounds the memory of an import. */
const longestLine = 4 * 1_048_576

const lineFeed = 0x0a
const carriageReturn = 0x0d

export interface Line {
  /** From 1. */
  readonly number: number
  /** Without the line end; undefined if it is not valid UTF-8 or longer than 4 MiB. */
  readonly text: string | undefined
}

/** Lines end with LF or CRLF; the last one may lack it. Byte order marks are dropped. */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest: Uint8Array[] = []
  let restBytes = 0
  let number = 0

  const textOf = (bytes: Uint8Array): string | undefined => {
    const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length
    if (end > longestLine) return undefined
    try {
      return decoder.decode(bytes.subarray(0, end))
    } catch {
      return undefined
    }
  }
  const finish = (tail: Uint8Array): Line => {
    const bytes = restBytes === 0 ? tail : Buffer.concat([...rest, tail])
    rest = []
    restBytes = 0
    number += 1
    return { number, text: textOf(bytes) }
  }
  /** Of a line that is too long anyway, only its length is kept. */
  const keep = (part: Uint8Array): void => {
    if (restBytes <= longestLine) {
      rest.push(part)
      restBytes += part.length
    }
  }

  for await (const chunk of source) {
    const lines: Line[] = []
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      lines.push(finish(chunk.subarray(start, end)))
      start = end + 1
    }
    if (start < chunk.length) keep(chunk.subarray(start))
    if (lines.length > 0) yield lines
  }
  if (restBytes > 0) yield [finish(new Uint8Array())]
}
