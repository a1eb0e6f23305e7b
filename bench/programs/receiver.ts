/** Receives notifications; tells at `/` how many there were and in how many milliseconds from the first to the last. */
import { createServer } from 'node:http'

let count = 0
let first = 0
let last = 0

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end(`${count} ${last - first}`)
    count = 0
    return
  }
  request.resume().once('end', () => {
    last = performance.now()
    if (count === 0) first = last
    count += 1
    response.end('ok')
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address?.port}\n`)
})
