// Takes an order and marks it as paid; receive-notification.mjs hears of both.
// Run: node create-order.mjs (Node 18 or newer, no packages)
import { createHash } from 'node:crypto'

// Put your own values here; the environment variables are for trying it out.
const url = process.env.BILLKEEP_URL ?? 'http://localhost:8080/@username' // or http://LOGIN.HOST
const login = process.env.BILLKEEP_LOGIN ?? 'username'
const key = process.env.BILLKEEP_KEY ?? 'the API key of the shop'
const email = process.env.BILLKEEP_EMAIL ?? 'buyer@example.com'

try {
  const { bill_id } = await call('CreateOrder', {
    'goods[0][good_name]': 'bread', // at the price of the shop's settings
    'goods[1][good_name]': 'club',
    'goods[1][good_sum]': '590.00',
    bill_email: email,
    bill_first_name: 'Anna',
    bill_surname: 'Ivanova',
  })
  console.log(`Order ${bill_id} is taken.`)

  await call('UpdateOrderStatus', { bill_id, status: 'paid', date: Math.floor(Date.now() / 1000) })
  console.log(`Order ${bill_id} is paid.`)
} catch (error) {
  console.error(error.cause?.message ?? error.message)
  process.exitCode = 1
}

/** Signs and sends one call, and checks that whoever answers knows the key, too. */
async function call(functionName, fields) {
  const form = new URLSearchParams(fields)
  form.append('hash', md5(`${form}::${login}::${key}`))
  const response = await fetch(`${url}/api/${functionName}`, { method: 'POST', body: form })
  const { error_code, error_text, result, hash } = await response.json()
  if (hash !== md5(`${error_code}::${error_text}::${key}`)) {
    throw new Error('The answer is not from the shop: wrong key, or a forged answer.')
  }
  // 601: the same order is there already, and waits to be paid; the answer has its number.
  if (error_code !== 0 && error_code !== 601) throw new Error(`Error ${error_code}: ${error_text}`)
  return result
}

function md5(text) {
  return createHash('md5').update(text).digest('hex')
}
