/** Signs what encodeURIComponent writes (! ' ( ) * ~ as they are, + for a space) and sends what URLSearchParams writes. */
import { createHash } from 'node:crypto'
import { request } from 'node:http'

const [address, host, login, key, email, status] = process.argv.slice(2)
const md5 = (text) => createHash('md5').update(text, 'utf8').digest('hex')
const encode = (text) => encodeURIComponent(text).replaceAll('%20', '+')

const fields = { email: `${email} `, ...(status === undefined ? {} : { pay_status: status }) }
const query = Object.entries(fields)
  .map(([name, value]) => `${encode(name)}=${encode(value)}`)
  .join('&')
const body = new URLSearchParams({ ...fields, hash: md5(`${query}::${login}::${key}`) }).toString()

const headers = {
  Host: host,
  'Content-Type': 'application/x-www-form-urlencoded',
  'Content-Length': Buffer.byteLength(body),
}
const call = request(`http://${address}/api/GetBills`, { method: 'POST', headers }, (response) => {
  let text = ''
  response.setEncoding('utf8')
  response.on('data', (part) => {
    text += part
  })
  response.on('end', () => {
    const { error_code, error_text, result, hash } = JSON.parse(text)
    const genuine = hash === md5(`${error_code}::${error_text}::${key}`)
    const told = { code: error_code, text: error_text, orders: result }
    process.stdout.write(JSON.stringify({ genuine, ...(genuine ? told : {}) }))
  })
})
call.end(body)
