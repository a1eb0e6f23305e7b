/** A call of the order API (`/api/NAME`): signed, sent, and its answer checked. */
import { formFrom, type PlainValue } from '@billkeep/wire/form-data.ts'
import { writeForm } from '@billkeep/wire/form.ts'
import { signRequest } from '@billkeep/wire/signature.ts'
import { isEnvelope, resultIn } from './answer.ts'
import type { FunctionOptions } from './options.ts'
import { withRetries } from './retries.ts'
import { httpError, saysLater, send } from './send.ts'
import { given, type Settings, settingsOf } from './settings.ts'

export async function callFunction(
  client: Settings,
  functionName: string,
  parameters: object,
  { kind = 'write', version = 1, signal, ...options }: FunctionOptions,
): Promise<unknown> {
  const settings = settingsOf(client, options)
  const key = given(settings, 'key', functionName)
  const { body, requestHash } = version === 1 ? signed(settings, functionName, parameters) : withKey(key, parameters)
  const request = {
    url: `${settings.baseUrl}/api/${encodeURIComponent(functionName)}`,
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body,
  }
  // What changes something may have been done though no answer came, and would be done twice.
  return withRetries({ retries: kind === 'read' ? settings.retries : 0, signal }, async () =>
    send(settings, request, { signal, isStream: false }, async (response) => {
      const text = await response.text()
      if (response.status >= 500 || saysLater(response.status)) throw httpError(response, doubt[kind])
      if (!response.ok && !isEnvelope(text)) throw httpError(response, 'Is this the address of a shop?')
      return resultIn({
        functionName,
        body: text,
        key,
        requestHash,
        signature: response.headers.get('billkeep-signature'),
        requireSignature: settings.requireSignature,
        nowUnixSeconds: Math.floor(Date.now() / 1_000),
      })
    }),
  )
}

const doubt = { read: '', write: 'Look whether the change was made before you repeat it.' } as const

interface Signed {
  readonly body: string
  readonly requestHash: string
}

function signed(settings: Settings, functionName: string, parameters: object): Signed {
  const query = writeForm(formFrom(fieldsOf(parameters)))
  const login = given(settings, 'login', functionName)
  const requestHash = signRequest(query, login, given(settings, 'key', functionName))
  return { body: `${query}${query === '' ? '' : '&'}hash=${requestHash}`, requestHash }
}

function withKey(rpsKey: string, parameters: object): Signed {
  return { body: writeForm(formFrom(new Map([...fieldsOf(parameters), ['rpsKey', rpsKey]]))), requestHash: '' }
}

/** In their order, of a `Map` as of an object. */
function fieldsOf(parameters: object): ReadonlyMap<string, PlainValue> {
  const entries: Iterable<readonly [string, PlainValue]> =
    parameters instanceof Map ? parameters : Object.entries(parameters)
  return new Map(entries)
}
