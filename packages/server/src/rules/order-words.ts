/** Text search over orders, the same on every database: all of Unicode has its cases here, and not in each of them. */

/** What is looked for. */
export interface Word {
  readonly text: string
  /** Of a word that may be part of a telephone number: its digits; otherwise ''. */
  readonly digits: string
}

/** What an order is found by. */
export interface Searched {
  readonly number: number
  /** E-mail address and names, apart. */
  readonly text: string
  readonly phone: string
}

/** Fewer digits are in almost every telephone number. */
const fewestDigits = 3

/** The words of what somebody typed; none of what is blank. */
export function wordsIn(typed: string): readonly Word[] {
  return folded(typed)
    .split(/\s+/)
    .filter((text) => text !== '')
    .map((text) => ({ text, digits: digitsOf(text) }))
}

/** Whether each word is a part of what the order says; telephone numbers are compared by their digits too. */
export function hasWords(words: readonly Word[], { number, text, phone }: Searched): boolean {
  const all = folded(`${number} ${text} ${phone}`)
  const digits = words.some((word) => word.digits !== '') ? phone.replaceAll(/\D/g, '') : ''
  return words.every((word) => all.includes(word.text) || (word.digits !== '' && digits.includes(word.digits)))
}

function digitsOf(text: string): string {
  if (!/^[\d()+./-]+$/.test(text)) return ''
  const digits = text.replaceAll(/\D/g, '')
  return digits.length < fewestDigits ? '' : digits
}

/** Without regard to case, nor to whether a letter and its accent are one character or two. */
function folded(text: string): string {
  return text.toLowerCase().normalize('NFC')
}
