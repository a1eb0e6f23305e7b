/** Where an operation is in the client: `listOrders` is `orders.list`, `getShopKey` is `shop.getKey`. */
import { type DescribedOperation, describedOperations } from '../openapi/described-operation.ts'

export interface ClientName {
  /** `webhookEndpoints` */
  readonly group: string
  /** `rotateSecret` */
  readonly method: string
}

type Operation = Pick<DescribedOperation, 'name' | 'at'>

/**
 * The group is the first word of the path; what the name repeats of it is left out. Where that leaves two with the same
 * name, the one of many things says so: `deliveries.redeliver` and `deliveries.redeliverMany`.
 */
export function clientName(operation: Operation): ClientName {
  const { group, method } = shortName(operation)
  const hasNamesake = describedOperations.some((other) => {
    const short = shortName(other)
    return other.name !== operation.name && short.group === group && short.method === method
  })
  return { group, method: hasNamesake && operation.name.endsWith('s') ? `${method}Many` : method }
}

function shortName({ name, at }: Operation): ClientName {
  const words = (at.split('/')[1] ?? '').split('-')
  const [verb = name, ...rest] = name.split(/(?=[A-Z])/)
  let repeated = 0
  for (const word of words) if (isSame(rest[repeated] ?? '', word)) repeated++
  return { group: camelCase(words), method: verb + rest.slice(repeated).join('') }
}

/** `Delivery` and `deliveries`. */
function isSame(one: string, many: string): boolean {
  return singular(one.toLowerCase()) === singular(many)
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/s$/, '')
}

function camelCase(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : capital(word))).join('')
}

export function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}
