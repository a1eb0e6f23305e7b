/**
 * What GetBills is measured against: a bare `node:http` handler that reads the same body, does two MD5 and sends a
 * constant answer of the same size. Started with the answer's size in bytes as its argument.
 */
import { hash } from 'node:crypto'
import { createServer } from 'node:http'

const start = '{"error_code":0,"error_text":"OK","result":{"258367":{"12549":{"good_name":"payment","good_title":"'
const end = `"}}},"hash":"${'0'.repeat(32)}"}`
const answer = start + 'x'.repeat(Math.max(0, Number(process.argv[2]) - start.length - end.length)) + end

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    hash('md5', Buffer.concat(chunks))
    hash('md5', '0::OK::0123456789012345678901234567890123456789')
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length })
    response.end(answer)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address?.port}\n`)
})
