import { z } from 'zod'
import type { Product } from '../../rules/product.ts'
import type { OperationContext } from '../context.ts'
import type { Refuse } from '../define.ts'

export const productInPath = z.string().meta({
  title: 'Product',
  description: "The product's name, percent-encoded, or, where no product has that name, its number.",
})

export async function productCalled(
  { store }: Pick<OperationContext, 'store'>,
  name: string,
  refuse: Refuse<'notFound'>,
): Promise<Product> {
  return (await store.catalogue.product(name)) ?? refuse('notFound', { detail: `There is no product «${name}».` })
}
