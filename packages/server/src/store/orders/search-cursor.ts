import { emailKey } from '../../rules/email.ts'
import type { Secrets } from '../secrets.ts'
import type { Key, OrderSearch } from './search-filter.ts'

/** Where a search goes on, as text for callers: good for this search of this shop only. */
export interface Cursors {
  write(key: Key): string
  /** Undefined: it was not made for this search. */
  read(cursor: string): Key | undefined
}

export function cursorsOf(secrets: Secrets, shopId: number, search: OrderSearch): Cursors {
  const sought = soughtIn(search)
  const seal = ({ time, number }: Key): string => secrets.token(`cursor ${shopId} ${time} ${number} ${sought}`)
  return {
    write: (key) => Buffer.from(`${key.time}.${key.number}.${seal(key)}`).toString('base64url'),
    read(cursor) {
      const [, time, number, sealed] = form.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? []
      const key = { time: Number(time), number: Number(number) }
      return sealed !== undefined && seal(key) === sealed ? key : undefined
    },
  }
}

/** Time and number, and the digest that ties them to what was sought. */
const form = /^(-?\d{1,16})\.(\d{1,15})\.([\da-f]{32})$/

function soughtIn({ number, email, statuses, product, tag, created, paid, text, deleted, sort }: OrderSearch): string {
  const times = [created.from, created.until, paid.from, paid.until]
  const words = [
    number,
    email === undefined ? undefined : emailKey(email),
    product,
    tag,
    text,
    deleted,
    sort.by,
    sort.descending,
  ]
  return JSON.stringify([words, times, statuses.toSorted()])
}
