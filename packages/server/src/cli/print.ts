/** What commands print: lines for people, JSON for programs. */
import { styleText } from 'node:util'
import type { Output } from './io.ts'

export function printLine(output: Output, line: string): void {
  output.write(`${line}\n`)
}

export function printJson(output: Output, value: unknown): void {
  output.write(`${JSON.stringify(value, undefined, 2)}\n`)
}

/** Columns as wide as their widest cell, under a header that stands out on a terminal. */
export function printTable(output: Output, header: readonly string[], given: readonly (readonly string[])[]): void {
  const rows = given.map((cells) => cells.map(harmless))
  const widths = header.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(widthOf)),
  )
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd()
  printLine(output, styled(output, 'bold', lineOf(header)))
  for (const row of rows) printLine(output, lineOf(row))
}

/** Plain where nobody looks at colours: in files, pipes, and where NO_COLOR is set. */
export function styled(output: Output, format: Parameters<typeof styleText>[0], text: string): string {
  return styleText(format, text, { stream: output })
}

/** `1,000`. */
export function readableCount(count: number): string {
  return count.toLocaleString('en-US')
}

/** Without control characters, by which a text could steer the terminal. */
export function harmless(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\u{fffd}')
}

/** In characters as people count them; a letter with accents is one. */
function widthOf(text: string): number {
  return [...segmenter.segment(text)].length
}

const segmenter = new Intl.Segmenter()
