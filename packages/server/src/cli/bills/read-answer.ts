/** What an answer to GetBills says, once it is known to come from the shop. */
import { verifyAnswer } from '@billkeep/wire/answer-signature.ts'
import { errors } from '@billkeep/wire/errors.ts'
import { readReply, type Reply, ReplyError } from '@billkeep/wire/reply.ts'
import { z } from 'zod'
import { CommandError } from '../command-error.ts'
import { harmless } from '../print.ts'
import type { HttpAnswer } from './post.ts'

const products = z.record(z.string(), z.object({ good_name: z.string(), good_title: z.string() }))
const bills = z.record(z.string(), products)

/** Orders by number, and the products of each by number. */
export type Bills = z.infer<typeof bills>

export interface Question {
  readonly login: string
  readonly key: string
  readonly requestHash: string
  readonly nowUnixSeconds: number
}

/** Undefined when there are no orders. Throws CommandError for every other refusal, and for what is no true answer. */
export function billsIn(answer: HttpAnswer, question: Question): Bills | undefined {
  const reply = replyIn(answer, question)
  if (reply.code === errors.orderNotFound.code) return undefined
  if (reply.code !== 0) throw new CommandError(refusalText(reply, question))
  const result = bills.safeParse(reply.result)
  if (!result.success) throw new CommandError('The answer is signed, but holds no orders as GetBills gives them.')
  return result.data
}

function replyIn({ status, headers, text }: HttpAnswer, { key, login, requestHash, nowUnixSeconds }: Question): Reply {
  if (status >= 300 && status < 400) {
    throw new CommandError(
      `The server points to ${harmless(headers.location ?? 'another address')} instead of answering. ` +
        'A signed call is not sent on: give that address with --url if you trust it.',
    )
  }
  const reply = readOrExplain(text, { key, login, status })
  const header = headers['billkeep-signature']
  const verdict = verifyAnswer({ header: header?.toString(), key, requestHash, body: text, nowUnixSeconds })
  if (verdict === 'ok' || verdict === 'missing') return reply
  throw new CommandError(signatureTexts[verdict])
}

const signatureTexts = {
  malformed: 'The header Billkeep-Signature cannot be read: the answer may be forged.',
  wrong:
    'The header Billkeep-Signature does not fit the answer, which was changed on its way or is to another question.',
  'too old': 'The answer was signed long ago: it may be a recorded one, or the clocks of the two machines differ.',
  'too new': 'The answer is from the future: the clocks of the two machines differ.',
} as const

function readOrExplain(text: string, { key, login, status }: { key: string; login: string; status: number }): Reply {
  try {
    return readReply(text, key)
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error
    const message = error.reason === 'wrong hash' ? wrongHashText(text, login) : `${error.message} (HTTP ${status})`
    throw new CommandError(message, { cause: error })
  }
}

/** With a wrong key, the server's own refusal is signed with another key too: its code is worth a look, not more. */
function wrongHashText(text: string, login: string): string {
  const { error_code: code } = z.object({ error_code: z.number() }).parse(JSON.parse(text))
  return code === errors.wrongHash.code
    ? `The key is not that of «${login}». «billkeep shop key ${login}» shows it on the server.`
    : "The answer's hash does not fit the key: the key is not the shop's, or the answer is forged."
}

/** By the protocol's numbers. */
function refusalText({ code, text }: Reply, { login }: Question): string {
  const known = new Map<number, string>([
    [errors.wrongData.code, 'The e-mail address or the status is malformed, or the server does not know GetBills.'],
    [errors.wrongHash.code, `The login is not that of the shop at this address, or the key is wrong: «${login}».`],
    [
      errors.unknownUser.code,
      'There is no shop at this address. Check the first part of the host name, or the part after @.',
    ],
    [errors.addressDenied.code, 'The shop does not take calls from this machine: «billkeep shop allow» changes that.'],
    [errors.accountDisabled.code, 'The API of this shop is switched off: «billkeep shop enable» switches it on.'],
    [errors.rateLimited.code, 'This machine has made too many calls. Wait a minute.'],
  ])
  const advice = known.get(code)
  return `The server answers «${harmless(text)}» (${code}).${advice === undefined ? '' : ` ${advice}`}`
}
