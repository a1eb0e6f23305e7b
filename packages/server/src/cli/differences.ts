/** What a person is told about a thing: a label and its value, a line each. */
export type Facts = readonly (readonly [label: string, value: string])[]

/** `Price: 2000.00 RUB → 1900.00 RUB`, for whatever is not as it was. */
export function differences(before: Facts, after: Facts): readonly string[] {
  const former = new Map(before)
  return after.flatMap(([label, value]) => {
    const was = former.get(label)
    return was === value || was === undefined ? [] : [`${label}: ${was} → ${value}`]
  })
}
