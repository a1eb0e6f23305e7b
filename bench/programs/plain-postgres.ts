/** What GetBills on PostgreSQL could be at least: `node:http` and a pool, one query a call. Given: address, shop's id. */
import { hash } from 'node:crypto'
import { createServer } from 'node:http'
import { Pool } from 'pg'

const [connectionString, shopId] = process.argv.slice(2)
const pool = new Pool({ connectionString, max: 10 })
const bills = {
  name: 'bills',
  text: `select string_agg(answer, ',' order by number) as answer from bills where shop_id = $1 and email_key = $2`,
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    hash('md5', body)
    const email = new URLSearchParams(body.toString()).get('email')
    pool.query<{ answer: string | null }>({ ...bills, values: [shopId, email] }).then(
      ({ rows }) => {
        const text = `{"error_code":0,"error_text":"OK","result":{${rows[0]?.answer ?? ''}},"hash":"${hash('md5', '0::OK')}"}`
        const length = Buffer.byteLength(text)
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': length })
        response.end(text)
      },
      (error: unknown) => {
        response.writeHead(500).end(String(error))
      },
    )
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address?.port}\n`)
})
