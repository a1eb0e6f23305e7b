/** What deliveries are measured against: `fetch` of a form to an address so many times, eight at once, nothing kept. */
const [url = '', times] = process.argv.slice(2)
const body = `id=1&hash=${'0'.repeat(32)}&filler=${'x'.repeat(400)}`
const headers = { 'content-type': 'application/x-www-form-urlencoded', connection: 'close' }
let left = Number(times)

async function send(): Promise<void> {
  while (left > 0) {
    left -= 1
    const response = await fetch(url, { method: 'POST', body, headers })
    await response.text()
  }
}

await Promise.all(Array.from({ length: 8 }, send))
