import { expect, test } from 'vitest'
import { receiver } from '../../server/test/receiver.ts'
import { apiAddress } from '../src/api/address.ts'
import { authentication } from '../src/authentication.ts'
import { connect } from './connection.ts'

const { test: shopOfToken, connectionLabel } = authentication

test.each([
  ['orders.example.com', 'https://orders.example.com/v1'],
  [' https://orders.example.com/ ', 'https://orders.example.com/v1'],
  ['https://orders.example.com/v1/', 'https://orders.example.com/v1'],
  ['https://orders.example.com/v1/docs', 'https://orders.example.com/v1'],
  ['https://orders.example.com/@anna', 'https://orders.example.com/v1'],
  ['http://localhost:8080/billkeep/', 'http://localhost:8080/billkeep/v1'],
])('the address %s leads to %s', (given, address) => {
  expect(apiAddress(given)).toBe(address)
})

test.each(['', 'http://', 'https://user:secret@orders.example.com'])('«%s» is no address', async (address) => {
  const { run } = await connect()
  await expect(run(shopOfToken, { authData: { address } })).rejects.toThrow('is no address of an installation')
})

test('a connection is called by the title and login of its shop', async () => {
  const { run, shop } = await connect()
  const untitled = await run(shopOfToken)
  expect(await run(connectionLabel, { inputData: untitled })).toBe('alice')
  await shop.shop.configure({ title: "Alice's courses" })
  expect(await run(connectionLabel, { inputData: await run(shopOfToken) })).toBe("Alice's courses (alice)")
})

test('a login is the same in any case of letters; a token of another shop is noticed', async () => {
  const { run, address, token } = await connect()
  expect(await run(shopOfToken, { authData: { address, token, login: ' Alice ' } })).toMatchObject({ login: 'alice' })
  await expect(run(shopOfToken, { authData: { address, token, login: 'bob' } })).rejects.toThrow(
    'The token is of the shop «alice», not of «bob».',
  )
})

test('a token that is wrong has Zapier ask for another', async () => {
  const { run, address, token } = await connect()
  const wrong = `${token.slice(0, -4)}AAAA`
  await expect(run(shopOfToken, { authData: { address, token: wrong, login: 'alice' } })).rejects.toMatchObject({
    name: 'ExpiredAuthError',
  })
})

test('while the server is too busy, Zapier is to try again when it says', async () => {
  const { run, token } = await connect()
  const problem = { type: '/v1/problems/busy', title: 'Busy', status: 503, detail: 'The server is too busy.' }
  const { url } = await receiver((response) =>
    response
      .writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '7' })
      .end(JSON.stringify(problem)),
  )
  const asked = run(shopOfToken, { authData: { address: url, token, login: 'alice' } })
  await expect(asked).rejects.toThrow('"delay":7')
})
