type Values = Readonly<Record<string, unknown>>

/**
 * Of what is typed, what is not as it was before: what was left alone is not sent, so that nothing is undone that somebody
 * else has changed meanwhile. Of values in values, too.
 */
export function changesBetween(before: Values, after: Values): Values {
  return Object.fromEntries(
    Object.entries(after).flatMap(([name, value]) => {
      const was = before[name]
      if (JSON.stringify(value) === JSON.stringify(was)) return []
      return [[name, isValues(value) && isValues(was) ? changesBetween(was, value) : value]]
    }),
  )
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
