import { describe, expect, test } from 'vitest'
import { configFrom } from './config.ts'

const defaults = {
  data: './data',
  databaseConnections: '10',
  readLag: '5',
  host: 'localhost',
  port: '8080',
  workers: '1',
  rateLimit: '6000',
  keepEvents: '400',
  keepDeliveries: 'forever',
  logLevel: 'info',
}

test('is what was given, checked and frozen', () => {
  const tls = { tlsPort: '443', tlsCert: 'cert.pem', tlsKey: 'key.pem' }
  const config = configFrom({ ...defaults, ...tls, host: '::', baseDomain: ['Shops.Example.com'], trustProxy: true })
  expect(config).toEqual({
    dataDir: './data',
    database: undefined,
    connections: 10,
    readDatabase: undefined,
    longestLagMs: 5_000,
    masterKey: undefined,
    hosts: ['::'],
    port: 8080,
    tls: { port: 443, certFile: 'cert.pem', keyFile: 'key.pem' },
    baseDomains: ['shops.example.com', 'localhost'],
    workers: 1,
    trustProxy: true,
    allowPrivateTargets: false,
    callsPerMinute: 6000,
    keep: { eventsMs: 400 * 86_400_000, deliveriesMs: Infinity },
    metrics: undefined,
    logLevel: 'info',
    demo: false,
  })
  expect(Object.isFrozen(config)).toBe(true)
})

test('serves this machine only unless told otherwise', () => {
  const { hosts } = configFrom(defaults) as { hosts: readonly string[] }
  expect(hosts[0]).toBe('127.0.0.1')
  expect(hosts.filter((host) => !['127.0.0.1', '::1'].includes(host))).toEqual([])
})

test.each([
  [{ metricsPort: '9464' }, { port: 9464, host: '127.0.0.1', token: undefined }],
  [
    { metricsPort: '0', metricsHost: '::' },
    { port: 0, host: '::', token: undefined },
  ],
  [{ metricsToken: '0123456789abcdef' }, { port: undefined, host: '127.0.0.1', token: '0123456789abcdef' }],
])('measures where somebody can read it: %j', (settings, metrics) => {
  expect(configFrom({ ...defaults, ...settings })).toMatchObject({ metrics })
})

describe('refuses', () => {
  test.each([
    [{ port: '65536' }, '--port must be a number from 0 to 65535.'],
    [{ port: '8080x' }, '--port must be a number from 0 to 65535.'],
    [{ host: 'example.com' }, '--host must be an IP address of this machine, or localhost.'],
    [{ database: 'mysql://localhost/billkeep' }, '--database must be like postgres://'],
    [{ databaseConnections: '0' }, '--database-connections must be from 1 to 1000.'],
    [{ readDatabase: 'postgres://copy/billkeep' }, '--read-database needs --database beside it'],
    [{ readLag: '0' }, '--read-lag must be from 1 to 600.'],
    [{ workers: '0' }, '--workers must be from 1 to 256.'],
    [{ workers: '2.5' }, '--workers must be a whole number.'],
    [{ keepEvents: '0' }, '--keep-events must be a number of days from 1 to 99999, or forever.'],
    [{ keepDeliveries: 'always' }, '--keep-deliveries must be a number of days from 1 to 99999, or forever.'],
    [{ metricsPort: 'x' }, '--metrics-port must be a number from 0 to 65535.'],
    [{ metricsHost: 'localhost' }, '--metrics-host must be an IP address of this machine.'],
    [{ metricsToken: 'short' }, '--metrics-token must have 16 to 256 characters, without spaces.'],
    [{ rateLimit: '-1' }, '--rate-limit must be a whole number.'],
    [{ baseDomain: ['a.example', 'http://b.example'] }, '--base-domain has a wrong value: «http://b.example» is not'],
    [{ logLevel: 'loud' }, '--log-level must be one of fatal, error, warn, info, debug, trace, silent.'],
    [{ tlsPort: '443' }, '--tls-port needs --tls-cert and --tls-key beside it, and they need it.'],
    [{ tlsCert: 'cert.pem', tlsKey: 'key.pem' }, '--tls-port needs'],
  ])('%j', (settings, problem) => {
    expect(configFrom({ ...defaults, ...settings })).toEqual({ problems: [expect.stringContaining(problem)] })
  })

  test('everything at once', () => {
    expect(configFrom({ ...defaults, port: 'x', workers: 'x' })).toEqual({
      problems: [expect.stringContaining('--port'), expect.stringContaining('--workers')],
    })
  })
})
