import { expect, test } from 'vitest'
import { orderOf, training } from '../../test/orders.ts'
import type { Order } from '../rules/order.ts'
import { exportCsv } from './export.ts'

async function* stream(...orders: readonly Order[]): AsyncGenerator<Order> {
  yield* orders
}

async function csvOf(...orders: readonly Order[]): Promise<string> {
  return (await Array.fromAsync(exportCsv(stream(...orders)))).join('')
}

const header =
  'number,email,pay_status,created,paid,is_recurrent,first_name,last_name,middle_name,phone,city,country,address,' +
  'region,postalcode,payway,comment,domain,tag,kupon,utm_medium,utm_source,utm_campaign,utm_content,utm_term,' +
  'product,name,title,sum,price,kind,pincode,paid_so_far,cancel_at,sent_at,rpo\r\n'

test('a shop without orders gives the header', async () => expect(await csvOf()).toBe(header))

test('an order gives a row for each item', async () => {
  const start = "258367,buyer@example.com,paid,2023-11-14T22:13:20Z,2023-11-14T23:13:20Z,0,Anna,Ivanova,,'+79000000000,"
  expect(await csvOf(orderOf({ items: [training, { ...training, title: 'a "b", c', sumMinor: 5 }] }))).toBe(
    `${header}${start},,,,,manual,,,,,cpc,,,,,12549,payment,payment for training,1500.00,2000.00,digital,,0.00,,,\r\n` +
      `${start},,,,,manual,,,,,cpc,,,,,12549,payment,"a ""b"", c",0.05,2000.00,digital,,0.00,,,\r\n`,
  )
})

test.for(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'])(
  'the cell %j is not run as a formula',
  async (comment) => {
    const [, row = ''] = (await csvOf(orderOf({ comment }))).split('\r\n')
    expect(row).toContain(`'${comment}`)
  },
)

test.for(['a\nb', 'a\rb', 'a\r\nb', 'Thanks!\n=HYPERLINK("http://a.example")'])(
  'the cell %j stays one cell',
  async (comment) => {
    const csv = await csvOf(orderOf({ comment }))
    expect(csv).toContain(`,"${comment.replaceAll('"', '""')}",`)
  },
)
