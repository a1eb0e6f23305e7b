/** Comments of the derived files, as the compiler and editors read them. */

const widest = 110

/** `lines` are paragraphs. '' where there is nothing to say. */
export function comment(lines: readonly string[], indent = ''): string {
  const said = lines.filter((line) => line !== '')
  const [only = ''] = said
  if (said.length === 0) return ''
  const short = `${indent}/** ${escaped(only)} */\n`
  if (said.length === 1 && short.length <= widest + 3) return short
  const paragraphs = said.map((line) => wrapped(escaped(line), widest - indent.length - 3))
  const text = paragraphs.map((rows) => rows.map((row) => `${indent} * ${row}\n`).join('')).join(`${indent} *\n`)
  return `${indent}/**\n${text}${indent} */\n`
}

/** Whatever is said stays within the comment. */
function escaped(text: string): string {
  return text.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ').trim()
}

function wrapped(text: string, width: number): readonly string[] {
  const rows: string[] = []
  let row = ''
  for (const word of text.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > width) {
      rows.push(row)
      row = word
    } else row = row === '' ? word : `${row} ${word}`
  }
  return [...rows, row]
}
