import { describe, expect, test } from 'vitest'
import { addressListOf } from './address-list.ts'

describe('an address list', () => {
  test.each([
    [[], '203.0.113.7', true],
    [['203.0.113.7'], '203.0.113.7', true],
    [['203.0.113.7'], '203.0.113.8', false],
    [['203.0.113.0/24'], '203.0.113.255', true],
    [['203.0.113.0/24'], '203.0.114.0', false],
    [['0.0.0.0/0'], '8.8.8.8', true],
    [['0.0.0.0/0'], '2001:db8::1', false],
    [['2001:db8::/32'], '2001:db8:ffff::1', true],
    [['2001:db8::/32'], '2001:db9::1', false],
    [['2001:DB8:0:0::1'], '2001:db8::1', true],
    [['::1', '10.0.0.0/8'], '10.1.2.3', true],
    [['::ffff:203.0.113.7'], '203.0.113.7', true],
    [['::ffff:203.0.113.0/120'], '203.0.113.7', true],
    [['::ffff:203.0.113.0/120'], '203.0.114.7', false],
    [['203.0.113.7'], '::ffff:203.0.113.7', true],
    [['203.0.113.7'], '::ffff:cb00:7107', true],
    [['203.0.113.7'], '', false],
    [[], '', true],
  ])('%j holds %j: %j', (ranges, address, isIn) => {
    expect(addressListOf(ranges).has(address)).toBe(isIn)
  })
})
