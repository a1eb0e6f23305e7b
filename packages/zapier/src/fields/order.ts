/** An order in Zapier. */
import type { OutputOf } from '../api/call.ts'
import { resources } from '../generated/api.ts'
import { inMajorUnits, outputFieldsOf } from './shown.ts'

type Order = OutputOf<'getOrder'>

/** Zapier tells apart by `id` what it has shown already. */
export function orderShown(order: Order): Readonly<Record<string, unknown>> & { readonly id: number } {
  return { ...inMajorUnits(order, resources.order.fields), id: order.number }
}

export const orderFields = outputFieldsOf(resources.order.fields)

export const orderSample: Readonly<Record<string, unknown>> = {
  ...inMajorUnits(resources.order.sample, resources.order.fields),
  id: resources.order.sample['number'],
}
