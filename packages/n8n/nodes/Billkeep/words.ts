/** Words as n8n writes them. */

/** «Create an order» → «Create an Order», «E-mail» stays. */
export function titleCase(text: string): string {
  const small = new Set(['a', 'an', 'and', 'as', 'at', 'by', 'of', 'or', 'the'])
  return text
    .split(' ')
    .map((word, index) => (index > 0 && small.has(word) ? word : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`))
    .join(' ')
}

/** n8n has no full stop after a single sentence. What minor units are, programmers know. */
export function described(text: string): string {
  const words = text.replace(/\bin minor units/i, (found) => `${found.slice(0, 1)}n hundredths (150000 is 1500.00)`)
  return words.includes('. ') ? words : words.replace(/\.$/, '')
}
