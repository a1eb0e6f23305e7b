import { expect, test } from 'vitest'
import { orderOf } from '../../test/orders.ts'
import {
  eventTypesToTell,
  isToldOf,
  parseEndpointDescription,
  parseEndpointTypes,
  parseEndpointUrl,
} from './endpoint.ts'
import type { EndpointEventType } from './event.ts'

const paid = { type: 'order.paid', order: orderOf() } as const
const about = (type: EndpointEventType, number: number) => ({
  type,
  endpoint: { number, url: 'https://a.example/', problem: '', failingSince: null },
})

test('one that names nothing is told of orders and products, and of no endpoint', () => {
  const all = { number: 1, types: null }
  expect(isToldOf(all, paid)).toBe(true)
  expect(isToldOf(all, about('endpoint.failing', 2))).toBe(false)
})

test('one that names types is told of those only', () => {
  expect(isToldOf({ number: 1, types: ['order.paid'] }, paid)).toBe(true)
  expect(isToldOf({ number: 1, types: ['order.created'] }, paid)).toBe(false)
  expect(isToldOf({ number: 1, types: ['endpoint.failing'] }, about('endpoint.failing', 2))).toBe(true)
})

test('nobody is told of their own troubles, and only one of its test', () => {
  expect(isToldOf({ number: 1, types: ['endpoint.failing'] }, about('endpoint.failing', 1))).toBe(false)
  expect(isToldOf({ number: 1, types: ['order.paid'] }, about('endpoint.test', 1))).toBe(true)
  expect(isToldOf({ number: 2, types: null }, about('endpoint.test', 1))).toBe(false)
})

test('types are taken each once, in the order of the table', () => {
  expect(parseEndpointTypes(['product.deleted', ' order.paid', 'order.paid'])).toEqual([
    'order.paid',
    'product.deleted',
  ])
  expect(parseEndpointTypes(eventTypesToTell)).toEqual(eventTypesToTell)
})

test.each([
  [() => parseEndpointTypes([]), 'at least one'],
  [() => parseEndpointTypes(['order.lost']), '«order.lost» is no type of event. There are order.created'],
  [() => parseEndpointTypes(['endpoint.test']), '«endpoint.test»'],
  [() => parseEndpointUrl(' '), 'needs an address'],
  [() => parseEndpointUrl('ftp://a.example'), 'http or https'],
  [() => parseEndpointUrl(`https://a.example/${'x'.repeat(2_000)}`), 'at most 2000 characters'],
  [() => parseEndpointDescription('x'.repeat(201)), 'at most 200 characters'],
  [() => parseEndpointDescription('two\nlines'), 'one line'],
])('%s is refused', (parse, message) => {
  expect(parse).toThrow(message)
})

test('texts are trimmed', () => {
  expect(parseEndpointUrl(' https://a.example/x ')).toBe('https://a.example/x')
  expect(parseEndpointDescription(' CRM ')).toBe('CRM')
})
