import { ApiError } from '@billkeep/wire/errors.ts'
import { parseForm } from '@billkeep/wire/form.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { type Callable, defineFunction, JsonStream, JsonText } from './define.ts'

const CreateThing = defineFunction({
  name: 'CreateThing',
  title: 'Create a thing',
  kind: 'write',
  input: z.object({
    email: z.string().min(3),
    goods: z.map(z.string(), z.string()).optional(),
    note: z.string().optional(),
  }),
  output: z.strictObject({ bill_id: z.number() }),
  errors: ['wrongEmail', 'missingProducts', 'productNotFound'],
  faults: { email: 'wrongEmail', goods: 'missingProducts' },
  sample: { input: { email: 'a@b' }, output: { bill_id: 1 } },
  async run(_context, { note }, refuse) {
    if (note === 'refuse') return refuse('productNotFound', { result: { good_name: 'x' } })
    if (note === 'ready') return new JsonText('{"bill_id":2}')
    return note === 'wrong' ? new JsonText('{"bill":2}') : { bill_id: 3 }
  },
})

const CountThings = defineFunction({
  name: 'CountThings',
  title: 'Count things',
  kind: 'read',
  input: z.object({ note: z.string().optional() }),
  output: z.array(z.string()),
  errors: [],
  sample: { input: {}, output: [] },
  async run(_context, { note }) {
    return note === undefined ? [] : [note]
  },
})

const KeepThing = defineFunction({
  name: 'KeepThing',
  title: 'Keep a thing',
  kind: 'write',
  input: z.looseObject({ good_name: z.string() }),
  further: /^good_\w+$/,
  output: z.record(z.string(), z.unknown()),
  errors: [],
  sample: { input: { good_name: 'a' }, output: {} },
  async run(_context, input) {
    return input
  },
})

const ListThings = defineFunction({
  name: 'ListThings',
  title: 'List things',
  kind: 'read',
  input: z.object({ note: z.string() }),
  output: z.array(z.string()),
  errors: [],
  sample: { input: { note: 'a' }, output: [] },
  async run(_context, { note }) {
    return new JsonStream(ReadableStream.from(note))
  },
})

async function outcome(callable: Callable, body: string, checkOutput = true): Promise<string> {
  // Neither function looks at more of its context.
  const context = { checkOutput } as Context
  try {
    const json = await callable.call(context, parseForm(body))
    return typeof json === 'string' ? json : (await Array.fromAsync(json)).join('')
  } catch (error) {
    if (error instanceof ApiError) return `${error.errorName} ${JSON.stringify(error.result)}`
    throw error
  }
}

describe('defineFunction', () => {
  test.each([
    ['runs on what was sent', 'email=a@b', '{"bill_id":3}'],
    ['passes on ready JSON as it is', 'email=a@b&note=ready', '{"bill_id":2}'],
    ['refuses with the details given', 'email=a@b&note=refuse', 'productNotFound {"good_name":"x"}'],
    ['wants parameters where some are required', '', 'noData []'],
    ['does not count the proof of who is calling', 'hash=1&rpsKey=2', 'noData []'],
    ['has an error of its own for a missing parameter', 'note=1', 'wrongEmail []'],
    ['has an error of its own for a malformed parameter', 'email=a', 'wrongEmail []'],
    ['has the general error for any other parameter', 'email=a@b&note[]=1', 'wrongData []'],
    [
      'lets the first faulty parameter decide, in the order of the definition',
      'note[]=1&goods=1&email=a',
      'wrongEmail []',
    ],
    ['and not in the order of the form', 'note[]=1&goods=1&email=a@b', 'missingProducts []'],
    ['takes bytes that are no UTF-8 for a faulty parameter', 'email=%ff%fe%fd', 'wrongEmail []'],
    ['takes text with a NUL for a faulty parameter', 'email=a@b&note=a%00b', 'wrongData []'],
    ['looks at bytes in subtrees too', 'email=a@b&goods[1]=%ff', 'missingProducts []'],
    ['and at their names', 'email=a@b&goods[%ff]=1', 'missingProducts []'],
    ['leaves alone what it does not know', 'email=a@b&other=%ff', '{"bill_id":3}'],
    ['hands over subtrees', 'email=a@b&goods[1]=x&goods[0]=y', '{"bill_id":3}'],
  ])('%s', async (_what, body, expected) => {
    expect(await outcome(CreateThing, body)).toBe(expected)
  })

  test('asks for nothing where nothing is required', async () => {
    expect(await outcome(CountThings, 'hash=1')).toBe('[]')
    expect(await outcome(CountThings, 'note=%D0%90')).toBe('["А"]')
  })

  test('reads further parameters of the names that it says', async () => {
    const form = 'good_x=1&goods=2&good_name=a&good_%FF=3&x[good_y]=4&good_=5&good_bad=%ff'
    expect(await outcome(KeepThing, form)).toBe('{"good_name":"a","good_x":"1","good_bad":null}')
  })

  test('checks results while they are being developed, and not in production', async () => {
    await expect(outcome(CreateThing, 'email=a@b&note=wrong')).rejects.toThrow('bill_id')
    expect(await outcome(CreateThing, 'email=a@b&note=wrong', false)).toBe('{"bill":2}')
  })
  test('gives pieces as they come, and breaks off where the whole does not fit', async () => {
    expect(await outcome(ListThings, 'note=["a","b"]')).toBe('["a","b"]')
    await expect(outcome(ListThings, 'note=[1]')).rejects.toThrow('expected string')
    expect(await outcome(ListThings, 'note=[1]', false)).toBe('[1]')
  })
})
