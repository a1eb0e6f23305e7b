/** What API v1 says of a field, where Zapier says it otherwise. */
import type { Field } from '../generated/api.ts'

/** In Zapier sums are in the currency itself, as people read them. */
export function helpTextOf({ description = '', type }: Field): string {
  if (type !== 'money') return description
  const words = description.replace(/,? ?in minor units/i, '').replace(/^[;.,] ?/, '')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** «Create an order» → «Create Order», as names of actions are written in Zapier. */
export function actionName(title: string): string {
  const small = new Set(['an', 'a', 'the'])
  const words = title.split(' ').filter((word) => !small.has(word))
  return words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join(' ')
}
