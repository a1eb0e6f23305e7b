/** Events, from what they are about to their rows and back. */
import type { EventType, Happening, ShopEvent } from '../rules/event.ts'

export interface EventRow {
  readonly number: number
  readonly type: EventType
  readonly at: number
  readonly data: string
}

/** What `events.data` has. */
export function dataOf(happening: Happening): string {
  if ('order' in happening) return JSON.stringify(happening.order)
  return JSON.stringify('product' in happening ? happening.product : happening.endpoint)
}

export function eventFrom({ number, type, at, data }: EventRow): ShopEvent {
  const [about = ''] = type.split('.', 1)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- dataOf wrote it; a type's first word says what it is about
  return { number, type, at, [about]: JSON.parse(data) as unknown } as unknown as ShopEvent
}
