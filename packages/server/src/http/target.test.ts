import { describe, expect, test } from 'vitest'
import type { ApiRequest } from './message.ts'
import { targetOf } from './target.ts'

const baseDomains = ['localhost', 'shop.example']

function read(target: string, host: string) {
  const request: ApiRequest = {
    id: '',
    method: 'POST',
    target,
    host,
    address: '',
    scheme: 'http',
    contentType: undefined,
    headers: {},
    body: undefined,
  }
  return targetOf(request, baseDomains)
}

describe('the host', () => {
  test.each([
    ['alice.localhost', 'alice.localhost'],
    ['Alice.LocalHost:8080', 'alice.localhost'],
    ['alice.localhost.', 'alice.localhost'],
    ['alice.localhost.:80', 'alice.localhost'],
    ['old_login.shop.example', 'old_login.shop.example'],
    ['pay.my-shop.example:', 'pay.my-shop.example'],
    ['', ''],
    ['a b', ''],
    ['a/b', ''],
    ['alice@localhost', ''],
    ['аlice.localhost', ''],
    ['x'.repeat(300), ''],
    ['..', '.'],
  ])('%j is %j', (header, host) => {
    expect(read('/api/GetBills', header)).toMatchObject({ host, login: undefined, functionName: 'getbills' })
  })

  test.each([
    'localhost',
    'LOCALHOST:8080',
    'shop.example.',
    '127.0.0.1',
    '127.0.0.1:80',
    '[::1]',
    '[::1]:8080',
    '[2001:DB8::1]',
  ])('%j stands for the whole installation', (header) => {
    expect(read('/@Alice/api/GetBills', header)).toMatchObject({
      host: undefined,
      login: 'alice',
      functionName: 'getbills',
    })
  })
})

describe('the path', () => {
  test.each([
    ['/api/GetBills', 'getbills'],
    ['/api/GetBills/', 'getbills'],
    ['/API/getBILLS?a=/b', 'getbills'],
    ['/api/GetBills/?', 'getbills'],
    ['/api/GetBills//', undefined],
    ['//api/GetBills', undefined],
    ['/api//GetBills', undefined],
    ['/api/GetBills/x', undefined],
    ['/api/', undefined],
    ['/api', undefined],
    ['/', undefined],
    ['*', undefined],
    ['', undefined],
    ['/@alice/api/GetBills', undefined],
    ['/api/Get%42ills', 'get%42ills'],
    ['/api/%', '%'],
    ['http://other.localhost:80/api/X', 'x'],
    ['http://other.localhost', undefined],
    ['ftp://other.localhost/api/X', undefined],
  ])('%j names the function %j', (path, functionName) => {
    expect(read(path, 'alice.localhost').functionName).toBe(functionName)
  })

  test.each([
    ['/bill/258367/6f1d/', { number: '258367', token: '6f1d' }],
    ['/bill/258367/6f1d', { number: '258367', token: '6f1d' }],
    ['/bill/258367/6f1d/?x', { number: '258367', token: '6f1d' }],
    ['http://other.localhost/bill/1/2', { number: '1', token: '2' }],
    ['/bill/1/2/3', { number: '', token: '' }],
    ['/bill/1/2//', { number: '', token: '' }],
    ['/bill/1', { number: '', token: '' }],
    ['/bill//1/', { number: '', token: '' }],
    ['/bill?1/2', { number: '', token: '' }],
    ['/bill', { number: '', token: '' }],
    ['/BILL/1/2', undefined],
    ['/bills/1/2', undefined],
    ['/api/bill/1/2', undefined],
    ['/api/X?/bill/1/2', undefined],
  ])('%j names the bill %j', (path, bill) => {
    expect(read(path, 'alice.localhost').bill).toEqual(bill)
    expect(read(path.replace(/^(?=\/)/, '/@alice'), 'localhost').bill).toEqual(bill)
  })

  test.each([
    ['/@alice/api/X', 'alice', 'x'],
    ['/%40Alice/api/X/', 'alice', 'x'],
    ['/api/X', undefined, 'x'],
    ['/@/api/X', undefined, undefined],
    ['/@a/b/api/X', 'a', undefined],
  ])('%j on a shared host names the login %j', (path, login, functionName) => {
    expect(read(path, 'localhost')).toMatchObject({ login, functionName })
  })

  test.each(['/', '/?x=1', 'http://localhost', 'http://localhost/?x'])(
    '%j on a shared host is the front door',
    (path) => {
      expect(read(path, 'localhost').page).toBe('root')
      expect(read(path.replace('localhost', 'alice.localhost'), 'alice.localhost').page).toBeUndefined()
    },
  )
})

test("an absolute target's host wins over the header", () => {
  expect(read('HTTP://Bob.localhost:8080/api/X?y', 'alice.localhost')).toMatchObject({
    host: 'bob.localhost',
    functionName: 'x',
  })
  expect(read('http://localhost/@bob/api/X', 'alice.localhost')).toMatchObject({ host: undefined, login: 'bob' })
  expect(read('https://user:pass@bob.localhost/api/X', 'alice.localhost').host).toBe('')
})
