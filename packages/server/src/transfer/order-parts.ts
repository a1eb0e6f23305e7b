/** The parts of a line of the import format: items with their partners, payments, and what else was said. */
import { writeInstant } from '../rules/instant.ts'
import { writeMoney } from '../rules/money.ts'
import { itemKinds, type ItemKind, type Order, type OrderItem, type PartnerFee, type Payment } from '../rules/order.ts'
import {
  FieldError,
  readFields,
  readInstant,
  readMoney,
  readNumber,
  readOptionalList,
  readRequiredText,
  readText,
  type Fields,
} from './fields.ts'

const itemFields: ReadonlySet<string> = new Set([
  'product',
  'name',
  'title',
  'sum',
  'price',
  'kind',
  'pincode',
  'partners',
])
const partnerFields: ReadonlySet<string> = new Set(['level', 'partner', 'name', 'fee'])
const paymentFields: ReadonlySet<string> = new Set(['sum', 'at', 'payway'])

export function readItem(value: unknown, path: string): OrderItem {
  const fields = readFields(value, itemFields, path)
  return {
    product: readNumber(fields, 'product', path),
    name: readRequiredText(fields, 'name', path),
    title: readText(fields, 'title', path),
    sumMinor: readMoney(fields, 'sum', path),
    priceMinor: readMoney(fields, 'price', path),
    kind: readKind(fields, path),
    pincode: readText(fields, 'pincode', path),
    partners: readOptionalList(fields, 'partners', path, readPartner),
  }
}

export function readPayment(value: unknown, path: string): Payment {
  const fields = readFields(value, paymentFields, path)
  const sumMinor = readMoney(fields, 'sum', path)
  if (sumMinor === 0) throw new FieldError(`${path}sum must be above zero`)
  return { sumMinor, at: readInstant(fields, 'at', path), payway: readText(fields, 'payway', path) }
}

/** Texts by names of ASCII letters, digits and `_`, such as API 2.0 has: `customer_billing_address_1`. */
export function readExtra(value: unknown): Order['extra'] {
  const fields = readFields(value, undefined, 'extra.')
  const names = Object.keys(fields)
  const bad = names.find((name) => !/^[a-z_][a-z\d_]{0,63}$/i.test(name))
  if (bad !== undefined)
    throw new FieldError(`extra has the name ${JSON.stringify(bad)}: letters, digits and _ only, no digit first`)
  return Object.fromEntries(names.map((name) => [name, readText(fields, name, 'extra.')]))
}

function readKind(fields: Fields, path: string): ItemKind {
  const given = fields['kind'] ?? 'digital'
  const kind = itemKinds.find((known) => known === given)
  if (kind === undefined) throw new FieldError(`${path}kind must be one of ${itemKinds.join(', ')}`)
  return kind
}

function readPartner(value: unknown, path: string): PartnerFee {
  const fields = readFields(value, partnerFields, path)
  return {
    level: readNumber(fields, 'level', path),
    partner: readNumber(fields, 'partner', path),
    name: readRequiredText(fields, 'name', path),
    feeMinor: readMoney(fields, 'fee', path),
  }
}

/** What is as it is most often is left out. */
export function writeItem(item: OrderItem): Record<string, unknown> {
  const { product, name, title, sumMinor, priceMinor, kind, pincode, partners } = item
  return {
    product,
    name,
    title,
    sum: writeMoney(sumMinor),
    price: writeMoney(priceMinor),
    ...(kind === 'digital' ? {} : { kind }),
    ...(pincode === '' ? {} : { pincode }),
    ...(partners.length === 0 ? {} : { partners: partners.map(writePartner) }),
  }
}

export function writePayment({ sumMinor, at, payway }: Payment): Record<string, unknown> {
  return { sum: writeMoney(sumMinor), at: writeInstant(at), ...(payway === '' ? {} : { payway }) }
}

function writePartner({ level, partner, name, feeMinor }: PartnerFee): Record<string, unknown> {
  return { level, partner, name, fee: writeMoney(feeMinor) }
}
