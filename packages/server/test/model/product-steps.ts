/** Steps that change what a shop sells. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { anyProductName, maybe, mostly, productNames } from './alphabet.ts'
import { often, type Step, step } from './command.ts'
import { compareProducts } from './compare-settings.ts'
import { added, type ProductForm, updated } from './products.ts'
import type { RealShop } from './real.ts'
import type { ModelShop } from './shop.ts'

const anyUrl = fc.oneof({ weight: 10, arbitrary: maybe('', 'paid', 'all') }, { weight: 1, arbitrary: maybe('ftp://x') })

const settings = fc.record({
  good_name: mostly(productNames, ['', 'a,b']),
  good_title: mostly(['The first', 'The second'], ['']),
  good_sum: mostly(['15', '30.00', '99.99', '0'], ['', '-1']),
  good_api_url_notif: anyUrl,
  good_api_url_new_order: anyUrl,
  good_partner_fee: maybe('5', '100', ''),
  good_partner_fee_perc: maybe('12.5', ''),
  good_partner_pfee: maybe('1', ''),
  good_partner_pfee_perc: maybe('33.33', ''),
})

/** All three parts of a timer, none, or a part. */
const anyTimer = fc.oneof(
  fc.constantFrom({}, {}, { good_timer: '0' }, { good_timer: '1' }, { good_timer_unit: 'hour' }),
  fc.record({
    good_timer: fc.constant('1'),
    good_timer_unit: fc.constantFrom('min', 'hour'),
    good_timer_duration: fc.constantFrom('1', '10'),
  }),
)

const addition = fc
  .record({ given: settings, timer: anyTimer, good_type: mostly(['1', '0', 'real'], ['', '2']) })
  .map(({ given, timer, good_type }) => {
    const form = { ...given, ...timer, good_type }
    return step('AddGood', form, (model, real) => add(model, real, withWholeUrls(real, form)))
  })

async function add(model: ModelShop, real: RealShop, form: ProductForm): Promise<void> {
  const product = added(model, form)
  const { code, result } = await real.ask('AddGood', form)
  if (product === undefined) expect({ code, result }).toEqual({ code: 3, result: [] })
  else {
    expect({ code, result }).toEqual({ code: 0, result: { good_id: expect.any(Number) as unknown } })
    const { good_id: number } = result as { good_id: number }
    model.products.set(product.name, { ...product, number })
  }
  await compareProducts(model, real)
}

const update = fc
  .record({ given: settings, timer: anyTimer, good_type: maybe('1', '0', '', '2') })
  .map(({ given, timer, good_type }) => {
    const form = { ...given, ...timer, good_type }
    return step('UpdateGood', form, (model, real) => change(model, real, withWholeUrls(real, form)))
  })

async function change(model: ModelShop, real: RealShop, form: ProductForm): Promise<void> {
  const product = updated(model, form)
  expect(await real.ask('UpdateGood', form)).toMatchObject({ code: product === undefined ? 3 : 0, result: [] })
  if (product !== undefined) model.products.set(product.name, product)
  await compareProducts(model, real)
}

const deletion = anyProductName.map((name) =>
  step('DeleteGood', name, (model, real) => deleteProduct(model, real, name)),
)

async function deleteProduct(model: ModelShop, real: RealShop, good_name: string): Promise<void> {
  const code = model.products.delete(good_name) ? 0 : 3
  expect(await real.ask('DeleteGood', { good_name })).toMatchObject({ code, result: [] })
  await compareProducts(model, real)
}

/** What API 1.0 has no fields for. */
const setting = fc
  .record({
    name: anyProductName,
    kind: fc.constantFrom('floating', 'physical', 'digital'),
    prepaymentMinMinor: fc.constantFrom(null, 500, 2_000),
    path: fc.constantFrom('', 'all', 'rest'),
  })
  .map((given) =>
    step('product set', given, (model, real) => {
      const { name, kind, prepaymentMinMinor, path } = given
      const url = path === '' ? '' : real.urlOf(path)
      const urls = { prepaid: url, cancelled: url, returned: url }
      return set(model, real, name, ({ notify }) => ({ kind, prepaymentMinMinor, notify: { ...notify, ...urls } }))
    }),
  )

type ChangesTo = Parameters<RealShop['store']['products']['update']>[1]

async function set(model: ModelShop, real: RealShop, name: string, changesTo: ChangesTo): Promise<void> {
  const product = model.products.get(name)
  if (product !== undefined) model.products.set(name, { ...product, ...changesTo(product) })
  await real.store.products.update(name, changesTo)
  await compareProducts(model, real)
}

export const productSteps: readonly fc.Arbitrary<Step>[] = [
  ...often(2, addition),
  ...often(2, update),
  deletion,
  setting,
]

function withWholeUrls(real: RealShop, form: ProductForm): ProductForm {
  const urlOf = (path: string | undefined): string | undefined =>
    path === undefined || path === '' || path.includes(':') ? path : real.urlOf(path)
  return {
    ...form,
    good_api_url_notif: urlOf(form['good_api_url_notif']),
    good_api_url_new_order: urlOf(form['good_api_url_new_order']),
  }
}
