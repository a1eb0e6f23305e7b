// Hears what happens to orders and products: add its address as an endpoint (docs/using/webhooks.md).
// Run: node receive-webhook.mjs (Node 18 or newer, no packages)
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

// Put your own values here; the environment variables are for trying it out.
const secret = process.env.BILLKEEP_WEBHOOK_SECRET ?? 'whsec_…'
const port = Number(process.env.PORT ?? 8000)

const server = createServer((request, response) => {
  // Checked is what was sent, to the byte: parse it afterwards.
  text(request).then(
    (body) => hear(request.headers, body, response),
    () => {}, // It broke off; the shop will try again.
  )
})
server.listen(port, 'localhost', () => console.log(`Listens on http://localhost:${server.address().port}`))

const known = new Set()

function hear(headers, body, response) {
  if (!isGenuine(headers, body)) {
    console.error('Refused: wrong secret, too old, or forged.')
    response.writeHead(403).end('This webhook is not from the shop: wrong secret, too old, or forged.')
    return
  }
  // A webhook can come twice: do your work once for each id. Keep the ids where they outlive this program.
  const id = headers['webhook-id']
  if (!known.has(id)) {
    known.add(id)
    const { type, data } = JSON.parse(body)
    console.log(`${type} ${data.number}`)
  }
  response.end()
}

function isGenuine(headers, body) {
  const id = headers['webhook-id'] ?? ''
  const timestamp = headers['webhook-timestamp'] ?? ''
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  // While the secret is being rotated there are two.
  const signatures = (headers['webhook-signature'] ?? '').split(' ')
  return isFresh && signatures.some((signature) => isSame(signature, expected))
}

function isSame(signature, expected) {
  const [version, given = ''] = signature.split(',')
  const bytes = Buffer.from(given, 'base64')
  return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected)
}
