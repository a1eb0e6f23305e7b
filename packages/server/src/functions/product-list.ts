import { z } from 'zod'

const most = 1_000

/**
 * Numbers and symbolic names of products: a list, or a text with commas (protocol section 8.7). Left out or empty: none,
 * which lets every order through.
 */
export const productList = z
  .union([z.string().transform((text) => text.split(',')), z.map(z.string(), z.string()).transform(textsIn)])
  .default([])
  .transform((names) => names.map((name) => name.trim()).filter((name) => name !== ''))
  .refine((names) => names.length <= most)
  .meta({
    title: 'Products',
    description: 'Numbers or names; an order must have one of them. Left out: any order.',
    type: ['array', 'string'],
    items: { type: ['integer', 'string'] },
  })

function textsIn(values: ReadonlyMap<string, string>): string[] {
  return [...values.values()].flatMap((value) => value.split(','))
}
