/** Answers of the account page, but for its files. */
import type { ApiReply } from '../message.ts'

/** An answer, but for what the log is told of it. */
export type ReplyOfAccount = Omit<ApiReply, 'about'>

const commonHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

export function jsonReply(status: number, value: unknown): ReplyOfAccount {
  return {
    status,
    headers: { ...commonHeaders, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  }
}

export function plainReply(status: number, text: string): ReplyOfAccount {
  return { status, headers: { ...commonHeaders, 'content-type': 'text/plain; charset=utf-8' }, body: `${text}\n` }
}

export const notFoundReply = plainReply(
  404,
  'There is no account page yet. «billkeep user create» makes one, and prints a link to it.',
)
