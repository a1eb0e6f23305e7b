// Prints a customer's orders and the products in them. Run: node get-bills.mjs (Node 18 or newer, no packages)
import { createHash } from 'node:crypto'

// Put your own values here; the environment variables are for trying it out.
const url = process.env.BILLKEEP_URL ?? 'http://localhost:8080/@username' // or http://LOGIN.HOST
const login = process.env.BILLKEEP_LOGIN ?? 'username'
const key = process.env.BILLKEEP_KEY ?? 'the API key of the shop'
const email = process.env.BILLKEEP_EMAIL ?? 'buyer@example.com'

try {
  for (const [order, products] of Object.entries(await call('GetBills', { email }))) {
    console.log(`Order ${order}`)
    for (const [product, { good_name, good_title }] of Object.entries(products)) {
      console.log(`  ${product}  ${good_name}  ${good_title}`)
    }
  }
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
  if (error_code !== 0) throw new Error(`Error ${error_code}: ${error_text}`)
  return result
}

function md5(text) {
  return createHash('md5').update(text).digest('hex')
}
