import type { OperationContext } from '../context.ts'

/** The login of each of these partners, by number; null is nobody. */
export async function partnerLogins(
  { store }: Pick<OperationContext, 'store'>,
  numbers: readonly (number | null)[],
): Promise<(number: number | null) => string | null> {
  const wanted = [...new Set(numbers.filter((number) => number !== null))]
  const partners = await store.catalogue.partnersWithNumbers(wanted)
  const logins = new Map(partners.map(({ number, login }) => [number, login]))
  return (number) => (number === null ? null : (logins.get(number) ?? null))
}
