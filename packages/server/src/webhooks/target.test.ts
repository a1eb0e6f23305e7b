import { createHook } from 'node:async_hooks'
import { expect, onTestFinished, test } from 'vitest'
import { checkLiteral, isPublic, lookupAny, lookupPublic, TargetRefused } from './target.ts'

test.each(['8.8.8.8', '203.0.114.1', '2a00:1450:4001:800::200e'])('%s is public', (address) => {
  expect(isPublic(address)).toBe(true)
})

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.1.1',
  '192.0.2.1',
  '198.18.0.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'ff02::1',
  '2001:db8::1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '::7f00:1',
  '64:ff9b::a00:1',
  '100:0:0:1::1',
  '4000::1',
  '2002:a00:1::',
  'not an address',
  '',
])('«%s» is not public', (address) => {
  expect(isPublic(address)).toBe(false)
})

test.each([
  'http://127.1/',
  'http://0x7f.1/',
  'http://2130706433/',
  'http://[::1]:8080/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::127.0.0.1]/',
])('%s is refused without asking anybody', (url) => {
  expect(() => {
    checkLiteral(new URL(url))
  }).toThrow(TargetRefused)
})

test('a name that means this machine is refused when it is looked up', async () => {
  for (const all of [true, false]) {
    const error = await new Promise((resolve) => {
      lookupPublic('localhost', { all }, resolve)
    })
    expect(error).toBeInstanceOf(TargetRefused)
  }
})

// A receiver whose name server is dead once kept the names of all others from being looked up.
test.each([lookupAny, lookupPublic])('a name that is looked up already is not looked up once more', async (lookup) => {
  let lookUps = 0
  const hook = createHook({
    init(_id, type) {
      if (type === 'GETADDRINFOREQWRAP') lookUps += 1
    },
  }).enable()
  onTestFinished(() => {
    hook.disable()
  })
  const eightTimes = async (): Promise<unknown> =>
    Promise.all(
      Array.from({ length: 8 }, async () => {
        await new Promise((resolve) => {
          lookup('localhost', { all: true }, resolve)
        })
      }),
    )
  await eightTimes()
  expect(lookUps).toBe(1)
  await eightTimes()
  expect(lookUps).toBe(2)
})
