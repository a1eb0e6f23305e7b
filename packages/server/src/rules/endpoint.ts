/** Endpoints: addresses that are told of events by Standard Webhooks. Each `parse…` throws a RangeError for people. */
import { type EventType, eventTypes, type Happening, orderEventTypes, productEventTypes } from './event.ts'
import { parseNotificationUrl } from './notification-url.ts'

/** Of a shop. Each has a row to be read, and one to be written, with every order. */
export const mostEndpoints = 50

/** What an endpoint can be told of; a test it gets whenever somebody asks for one. */
export const eventTypesToTell = eventTypes.filter(
  (type): type is Exclude<EventType, 'endpoint.test'> => type !== 'endpoint.test',
)

/** What an endpoint hears of that names nothing: an account of other endpoints' troubles it has to ask for. */
const usualTypes: ReadonlySet<EventType> = new Set([...orderEventTypes, ...productEventTypes])

export interface Wants {
  readonly number: number
  /** null: all that happens to orders and products. */
  readonly types: readonly EventType[] | null
}

/** Of its own troubles an endpoint is not told: it does not hear. */
export function isToldOf({ number, types }: Wants, happening: Happening): boolean {
  if ('endpoint' in happening) {
    const isItself = happening.endpoint.number === number
    if (happening.type === 'endpoint.test') return isItself
    if (isItself) return false
  }
  return types === null ? usualTypes.has(happening.type) : types.includes(happening.type)
}

/** Trimmed. */
export function parseEndpointUrl(text: string): string {
  const url = parseNotificationUrl(text)
  if (url === '') throw new RangeError('An endpoint needs an address, like https://shop.example.com/webhooks.')
  return url
}

const longestDescription = 200

/** Trimmed. */
export function parseEndpointDescription(text: string): string {
  const description = text.trim()
  if (description.length > longestDescription || /\p{Cc}/u.test(description)) {
    throw new RangeError(`A description is one line of at most ${longestDescription} characters.`)
  }
  return description
}

/** Each once, in the order of the table. */
export function parseEndpointTypes(names: readonly string[]): readonly EventType[] {
  const given = new Set(names.map((name) => name.trim()))
  const unknown = [...given].find((name) => !eventTypesToTell.some((type) => type === name))
  if (unknown !== undefined) {
    throw new RangeError(`«${unknown}» is no type of event. There are ${eventTypesToTell.join(', ')}.`)
  }
  if (given.size === 0) throw new RangeError(`Name at least one type of event, like ${eventTypesToTell[0]}.`)
  return eventTypesToTell.filter((type) => given.has(type))
}
