/**
 * What API v1 says of an operation or a field, for people who fill in forms: without what only programs meet, which are
 * null, pages, headers and the marks of code. Undefined where nothing is left.
 */
export function forPeople(description = ''): string | undefined {
  const sentences = description.split(/(?<=[.!?]) /).filter((sentence) => !/next_cursor|Idempotency-Key/.test(sentence))
  const text = sentences
    .join(' ')
    .replaceAll(/(?:^|; )null: [^;.]*/gi, '')
    .replace(/^[.;] ?/, '')
    .replace(/^May be given several times: any/, 'Any')
    .replaceAll('`', '')
  return text === '' ? undefined : text
}
