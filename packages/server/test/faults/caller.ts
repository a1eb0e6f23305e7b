/** Callers of the old API as careful programs are: each order is sent again until its number is known. */
import { formFrom, type PlainForm } from '@billkeep/wire/form-data.ts'
import { writeForm } from '@billkeep/wire/form.ts'
import { readReply } from '@billkeep/wire/reply.ts'
import { signReply } from '@billkeep/wire/signature.ts'
import { send } from '../../../../conformance/raw-http.ts'
import { alice, bytesOfCall, signed } from '../service.ts'

export interface Answer {
  readonly status: number
  readonly code: number
  readonly result: unknown
  readonly retryAfter: string | undefined
  readonly tookMs: number
}

/** One call of a function. Throws where the answer is not signed as it should be. */
export async function ask(port: number, name: string, fields: PlainForm): Promise<Answer> {
  return answered(port, { target: `/api/${name}`, body: signed(fields) })
}

/** One call of API 2.0, whose proof is the key itself. */
export async function askWithKey(
  port: number,
  name: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  return answered(port, { target: `/api/${name}`, body: writeForm(formFrom({ ...fields, rpsKey: alice.key })) })
}

async function answered(port: number, call: Parameters<typeof bytesOfCall>[0]): Promise<Answer> {
  const begun = performance.now()
  const [reply] = await send({ host: '127.0.0.1', port }, Buffer.from(bytesOfCall(call), 'latin1'))
  if (reply === undefined) throw new Error('A node hung up without an answer.')
  const body = reply.body.toString('utf8')
  // Without a database, or the time to ask it, nobody knows who is asked, and so with which key to sign.
  const key =
    (reply.status === 500 || reply.status === 503) && body.includes(signReply(3, 'Wrong posted data', ''))
      ? ''
      : alice.key
  const { code, result } = readReply(body, key)
  const retryAfter = reply.headers.get('retry-after')
  return { status: reply.status, code, result, retryAfter, tookMs: performance.now() - begun }
}

export function orderFields(email: string): PlainForm {
  return { bill_email: email, goods: [{ good_name: 'course' }] }
}

/** The number of the order that an answer acknowledges: a new one, or the one that is there already. */
export function acknowledged({ code, result }: Pick<Answer, 'code' | 'result'>): number | undefined {
  if (code !== 0 && code !== 601) return undefined
  if (typeof result !== 'object' || result === null || !('bill_id' in result)) return undefined
  return Number(result.bill_id)
}
