/** Where two plain values differ, a line each: `events.2.type is "order.paid", not undefined`. */
export function differencesIn(found: unknown, wanted: unknown, path = 'it'): readonly string[] {
  if (!isTree(found) || !isTree(wanted)) {
    return Object.is(found, wanted) ? [] : [`${path} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`]
  }
  const names = new Set([...Object.keys(found), ...Object.keys(wanted)])
  return [...names].flatMap((name) => differencesIn(found[name], wanted[name], `${path}.${name}`))
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
