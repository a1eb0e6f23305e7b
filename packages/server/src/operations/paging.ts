/** Lists that are read a page at a time: `?limit=` and `?cursor=` in, `data` and `next_cursor` out. */
import { z } from 'zod'
import type { Page } from '../rules/page.ts'

const most = 200
const usual = 50

export const limit = z
  .string()
  .regex(/^\d{1,3}$/, `must be a whole number from 1 to ${most}`)
  .transform(Number)
  .refine((count) => count >= 1 && count <= most, `must be a whole number from 1 to ${most}`)
  .default(usual)
  .meta({
    title: 'Limit',
    description: `The most entries that the answer may have; left out: ${usual}.`,
    type: 'integer',
    minimum: 1,
    maximum: most,
    default: usual,
  })

const cursorMeta = { title: 'Cursor', description: '`next_cursor` of the page before; left out: the first page.' }

/** Of a list whose cursors the store writes and reads. */
export const cursor = z.string().min(1).max(1_000).optional().meta(cursorMeta)

export const badCursor = 'must be the «next_cursor» of the page before, with the other parameters as they were'

/** Of a list in the order of numbers: the last number of the page before. */
export const numberCursor = z
  .string()
  .transform((text, context) => {
    const [, number] = /^number:([1-9]\d{0,14})$/.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? []
    if (number !== undefined) return Number(number)
    context.addIssue('must be the «next_cursor» of the page before')
    return z.NEVER
  })
  .optional()
  .meta(cursorMeta)

function writeNumberCursor(number: number): string {
  return Buffer.from(`number:${number}`, 'latin1').toString('base64url')
}

export function listOf<Entry extends z.ZodType>(entry: Entry) {
  return z.strictObject({
    data: z.array(entry),
    next_cursor: z
      .string()
      .nullable()
      .meta({ title: 'Next cursor', description: 'Gets the next page as `?cursor=`; null: this is the last.' }),
  })
}

/** A page of things in the order of their numbers. */
export function listAnswer<Item, Entry>({ items, next }: Page<Item>, entryOf: (item: Item) => Entry) {
  return { data: items.map(entryOf), next_cursor: next === null ? null : writeNumberCursor(next) }
}

export const searchWords = z.string().max(200).default('').meta({
  title: 'Search',
  description: 'Words that must all be there, each as a part of a word, in any case of letters.',
})
