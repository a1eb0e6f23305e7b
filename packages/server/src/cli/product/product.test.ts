import { describe, expect, test } from 'vitest'
import { shopCommands } from '../../../test/shop-commands.ts'

const course = ['product', 'add', 'course', '--title', 'Course of cooking', '--price', '2000'] as const

describe('add', () => {
  test('needs a title and a price, and tells the number', async () => {
    const { run, json } = await shopCommands()
    expect(await run(...course)).toEqual({ code: 0, out: 'Added product course, number 1.\n', err: '' })
    expect(await json('product', 'show', 'course')).toEqual({
      number: 1,
      name: 'course',
      title: 'Course of cooking',
      price: '2000.00',
      kind: 'digital',
      timer_seconds: null,
      prepayment_min: null,
      notify: { created: '', paid: '', prepaid: '', cancelled: '', returned: '' },
      partner_fees: [null, null],
      extra: {},
    })
  })

  test('takes every setting', async () => {
    const { json } = await shopCommands()
    const notify = {
      created: 'http://a.example/1',
      paid: 'http://a.example/2',
      prepaid: 'http://a.example/3',
      cancelled: 'http://a.example/4',
      returned: 'http://a.example/5',
    }
    const urls = Object.entries(notify).flatMap(([name, url]) => [`--notify-${name}`, url])
    const settings = ['--kind', 'physical', '--timer', '36h', '--prepayment-min', '500.50', '--partner-fee', '12.5%']
    expect(await json(...course, ...settings, '--second-partner-fee', '50', ...urls)).toMatchObject({
      kind: 'physical',
      timer_seconds: 129_600,
      prepayment_min: '500.50',
      notify,
      partner_fees: [
        { sum: '0.00', percent: '12.5' },
        { sum: '50.00', percent: '0' },
      ],
    })
  })

  test.each([
    [['add', 'x', '--price', '1'], 2, '--title "Course of cooking" --price 2000'],
    [['add', 'x', '--title', 'X'], 2, '--title "Course of cooking" --price 2000'],
    [['add', 'a,b', '--title', 'X', '--price', '1'], 2, 'no comma'],
    [['add', 'x', '--title', ' ', '--price', '1'], 2, '1 to 1,000 printable characters'],
    [['add', 'x', '--title', 'X', '--price', '-1'], 2, 'A sum is a number like 1500'],
    [['add', 'x', '--title', 'X', '--price', '1', '--kind', 'air'], 2, 'digital, physical, floating'],
    [['add', 'x', '--title', 'X', '--price', '1', '--timer', '0'], 2, 'Say none'],
    [['add', 'x', '--title', 'X', '--price', '1', '--timer', 'soon'], 2, '7d, 12h, 30m or 45s'],
    [['add', 'x', '--title', 'X', '--price', '1', '--prepayment-min', '0'], 2, 'above zero'],
    [['add', 'x', '--title', 'X', '--price', '1', '--partner-fee', '101%'], 2, 'from 0 to 100'],
    [['add', 'x', '--title', 'X', '--price', '1', '--notify-paid', 'shop.example.com'], 2, 'https://shop.example.com/'],
    [['add', 'course', '--title', 'X', '--price', '1'], 1, 'There is a product «course» already.'],
    [['set', 'x', '--price', '1'], 1, 'There is no product «x». «billkeep product list» shows those there are.'],
    [['set', 'course'], 2, 'Say what to change, like --price 1900.'],
    [['show', 'x'], 1, 'There is no product «x».'],
    [['remove', 'x'], 1, 'There is no product «x».'],
  ])('%j ends with %i: %s', async (args, code, message) => {
    const { run, json } = await shopCommands()
    await run(...course)
    const outcome = await run('product', ...args)
    expect(outcome).toMatchObject({ code, out: '', err: expect.stringContaining(message) as string })
    expect(await json('product', 'list')).toMatchObject([{ name: 'course', price: '2000.00' }])
  })
})

describe('set', () => {
  test('tells what is different now', async () => {
    const { run } = await shopCommands()
    await run(...course, '--timer', '3d', '--partner-fee', '10%')
    const fees = ['--partner-fee', '150', '--second-partner-fee', '5%']
    expect(
      await run(
        'product',
        'set',
        'course',
        '--price',
        '1900',
        '--timer',
        '30m',
        '--title',
        'Course of cooking',
        ...fees,
      ),
    ).toMatchObject({
      code: 0,
      out:
        'Price: 2000.00 RUB → 1900.00 RUB\n' +
        'Unpaid orders: cancel themselves after 3d → cancel themselves after 30m\n' +
        'Partner: 10 % → 150.00 RUB\n' +
        'Second partner: nothing → 5 %\n',
    })
  })

  test('says when nothing is', async () => {
    const { run } = await shopCommands()
    await run(...course)
    expect((await run('product', 'set', 'course', '--price', '2000.00')).out).toBe(
      'Nothing changed: course was like that already.\n',
    )
  })

  test('takes away what can be without', async () => {
    const { run, json } = await shopCommands()
    const fees = ['--partner-fee', '150', '--second-partner-fee', '5%']
    const before = await json(...course)
    await run(
      'product',
      'set',
      'course',
      '--timer',
      '3d',
      '--prepayment-min',
      '5',
      '--notify-paid',
      'http://a.example',
      ...fees,
    )
    expect(await json('product', 'show', 'course')).not.toEqual(before)
    const none = [
      '--timer',
      'none',
      '--prepayment-min',
      'none',
      '--partner-fee',
      'none',
      '--second-partner-fee',
      'none',
    ]
    expect(await json('product', 'set', 'course', ...none, '--notify-paid', '')).toEqual(before)
  })
})

test('show tells everything, and steers no terminal', async () => {
  const { run, work } = await shopCommands()
  await run(...course, '--prepayment-min', '500', '--notify-paid', 'http://a.example/paid.php')
  await work(({ products }) => products.update('course', () => ({ extra: { good_letter: 'a\u001b[2Jb' } })))
  const { out } = await run('product', 'show', 'course')
  expect(out).toContain('\nPrice:           2000.00 RUB\n')
  expect(out).toContain('\nPrepayment:      from 500.00 RUB\n')
  expect(out).toContain('\nUnpaid orders:   stay\n')
  expect(out).toContain('\nTell: paid:      http://a.example/paid.php\n')
  expect(out).toContain('\ngood_letter:     a\ufffd[2Jb\n')
})

test('list shows all, by number, until they are removed', async () => {
  const { run, json } = await shopCommands()
  expect(await run('product', 'list')).toEqual({
    code: 0,
    out: '',
    err: 'No products yet. Add one: billkeep product add NAME\n',
  })
  await run(...course)
  await run('product', 'add', 'apron', '--title', 'Apron', '--price', '900.5', '--kind', 'physical')
  expect((await run('product', 'list')).out).toBe(
    'NUMBER  NAME    PRICE        KIND      TITLE\n' +
      '1       course  2000.00 RUB  digital   Course of cooking\n' +
      '2       apron   900.50 RUB   physical  Apron\n',
  )
  expect((await run('product', 'remove', 'course')).out).toBe('Removed product course.\n')
  expect(await json('product', 'list')).toEqual([
    { number: 2, name: 'apron', title: 'Apron', price: '900.50', kind: 'physical' },
  ])
})
