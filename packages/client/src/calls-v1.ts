/** Calls of API v1: what all operations have in common. */
import { jsonIn, pageIn, streamIn } from './answer-v1.ts'
import { type List, listOf } from './list.ts'
import type { CallOptions, WriteOptions } from './options.ts'
import { BillkeepError } from './errors.ts'
import { problemIn } from './problem.ts'
import { withRetries } from './retries.ts'
import { type Outgoing, send } from './send.ts'
import { given, type Settings, settingsOf } from './settings.ts'
import { queryOf } from './query.ts'

export interface CallV1 {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** After `/v1`. */
  readonly at: string
  readonly query?: object
  readonly body?: object
  /** Lines of JSON, in place of a body. */
  readonly file?: string | Blob
}

export interface CallsV1 {
  /** Gives the JSON of the answer, undefined where there is none. */
  send<Answer>(call: CallV1, options?: WriteOptions): Promise<Answer>
  list<Entry>(call: CallV1, options?: CallOptions): List<Entry>
  /** Gives the answer as soon as it begins. */
  stream(call: CallV1, options?: CallOptions): Promise<Response>
}

export function callsV1(client: Settings): CallsV1 {
  /** All may be repeated: what reads changes nothing, and what changes something carries an Idempotency-Key. */
  async function run<Answer>(
    call: CallV1,
    { signal, idempotencyKey, ...options }: WriteOptions,
    { isStream, read }: { readonly isStream: boolean; readonly read: (response: Response) => Promise<Answer> },
  ): Promise<Answer> {
    const settings = settingsOf(client, options)
    const request = requestOf(settings, call, idempotencyKey)
    return withRetries({ retries: settings.retries, signal }, async () =>
      send(settings, request, { signal, isStream }, async (response) => {
        if (!response.ok) throw await problemIn(response)
        return read(response)
      }),
    )
  }

  async function sendCall<Answer>(call: CallV1, options: WriteOptions = {}): Promise<Answer> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types are derived from what the server answers
    return (await run(call, options, {
      isStream: false,
      read: async (response) => jsonIn(response, call.method),
    })) as Answer
  }

  return {
    send: sendCall,
    list: <Entry>(call: CallV1, options?: CallOptions) =>
      listOf<Entry>(async (cursor) => {
        const query = cursor === undefined ? call.query : { ...call.query, cursor }
        return pageIn<Entry>(await sendCall({ ...call, ...(query === undefined ? {} : { query }) }, options))
      }, options?.signal),
    stream: async (call, options = {}) => run(call, options, { isStream: true, read: streamIn }),
  }
}

function requestOf(
  settings: Settings,
  { method, at, query = {}, body, file }: CallV1,
  idempotencyKey?: string,
): Outgoing {
  const isWrite = method !== 'GET'
  return {
    // The token says whose shop it is: over API v1 no path names it.
    url: `${settings.baseUrl.replace(/\/@[^/]*$/, '')}/v1${at}${queryOf(query)}`,
    method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${given(settings, 'token', 'API v1')}`,
      ...(isWrite ? { 'idempotency-key': idempotencyKey === undefined ? randomKey() : keyIn(idempotencyKey) } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(file === undefined ? {} : { 'content-type': 'application/x-ndjson' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(file === undefined ? {} : { body: file }),
  }
}

function keyIn(idempotencyKey: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) return idempotencyKey
  throw new BillkeepError('«idempotencyKey» must have 1 to 255 characters of ASCII, without spaces.')
}

/** 128 bits. Not `randomUUID`, which browsers have on pages over HTTPS only. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
