import type { ProductResource } from '../../resources/product.ts'

/** A product for the documentation. */
export const productSample: ProductResource = {
  number: 12_550,
  name: 'cakes',
  title: 'Course of baking cakes',
  price: 200_000,
  currency: 'EUR',
  kind: 'digital',
  timer_seconds: 259_200,
  prepayment_min: 50_000,
  partner_fee: { amount: null, percent: 10 },
  second_partner_fee: null,
  notify: {
    created: null,
    paid: 'https://shop.example.com/paid.php',
    prepaid: null,
    cancelled: null,
    returned: null,
  },
}
