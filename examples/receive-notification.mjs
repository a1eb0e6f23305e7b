// Hears what happens to orders: give the shop its address (docs/using/notifications.md).
// Run: node receive-notification.mjs (Node 18 or newer, no packages)
import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

// Put your own values here; the environment variables are for trying it out.
const key = process.env.BILLKEEP_KEY ?? 'the API key of the shop'
const port = Number(process.env.PORT ?? 8000)

const server = createServer((request, response) => {
  text(request).then(
    (body) => hear(new URLSearchParams(body), response),
    () => {}, // It broke off; the shop will try again.
  )
})
server.listen(port, 'localhost', () => console.log(`Listens on http://localhost:${server.address().port}`))

function hear(told, response) {
  if (isGenuine(told)) {
    // Do your work here: once for each order and event, as a notification can come twice.
    console.log(`Order ${told.get('id')} of ${told.get('email')} is ${eventIn(told)}: ${titlesIn(told).join(', ')}`)
    response.end()
  } else {
    console.error('Refused: wrong key, or a forged notification.')
    response.writeHead(403).end('This notification is not from the shop: wrong key, or a forged notification.')
  }
}

/** Only "created" and "cancelled" are signed with the time of creation, only "paid" has a time of payment. */
function isGenuine(told) {
  const isTimed = ['new_order', 'cancel_order'].includes(told.get('status'))
  const time = told.get(isTimed ? 'created' : 'paid') ?? ''
  const expected = Buffer.from(md5(`${told.get('id')}${told.get('email')}${time}${key}`))
  const given = Buffer.from(told.get('hash') ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function eventIn(told) {
  const event = { new_order: 'created', cancel_order: 'cancelled', moneyback: 'returned' }[told.get('status')]
  if (event !== undefined) return event
  if (told.has('prepayment_sum')) return `prepaid with ${told.get('prepayment_sum')}`
  return `paid with ${told.get('last_payment_sum')}`
}

function titlesIn(told) {
  return [...told].filter(([name]) => /^items\[\d+\]\[title\]$/.test(name)).map(([, title]) => title)
}

function md5(bytes) {
  return createHash('md5').update(bytes).digest('hex')
}
