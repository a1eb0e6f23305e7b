/** Finding things by what people type. */

/** Whether each word of `search` stands in one of the texts, in any case of letters and form of signs. */
export function isFoundBy(texts: readonly string[], search: string): boolean {
  const plain = texts.map(plainOf)
  return plainOf(search)
    .split(/\s+/)
    .every((word) => plain.some((text) => text.includes(word)))
}

function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
