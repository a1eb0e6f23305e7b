/** A product in Zapier. */
import type { OutputOf } from '../api/call.ts'
import { resources } from '../generated/api.ts'
import { inMajorUnits, outputFieldsOf } from './shown.ts'

type Product = OutputOf<'getProduct'>

export function productShown(product: Product): Readonly<Record<string, unknown>> & { readonly id: number } {
  return { ...inMajorUnits(product, resources.product.fields), id: product.number }
}

export const productFields = outputFieldsOf(resources.product.fields)

export const productSample: Readonly<Record<string, unknown>> = {
  ...inMajorUnits(resources.product.sample, resources.product.fields),
  id: resources.product.sample['number'],
}

/** The rest of a field in which people choose a product, by its name. */
export const chosenProduct = { dynamic: 'product_list.name.title' }
