/** Requests of the account page, `/account…`: its files, signing in, and who is signed in. */
import type { Logger } from 'pino'
import { StoreUnavailable } from '../../store/errors.ts'
import { type ApiReply, type ApiRequest, isVisit } from '../message.ts'
import type { AccountFiles } from './account-files.ts'
import { jsonReply, notFoundReply, plainReply, type ReplyOfAccount } from './account-reply.ts'
import type { AnswerV1 } from '../v1/answer-v1.ts'
import { authReply } from './auth-reply.ts'
import { downloadAt } from './download.ts'
import { type Me, meReply } from './me.ts'
import type { People } from './people.ts'
import { type Welcome, welcomeReply } from './welcome.ts'

export interface AnswerAccountParts {
  readonly store: Me & Welcome
  readonly people: People
  readonly files: AccountFiles
  readonly answerV1: AnswerV1
  readonly log: Logger
}

/** `target` begins after `/account`. */
export type AnswerAccount = (request: ApiRequest, target: string) => Promise<ApiReply>

export function createAnswerAccount({ store, people, files, answerV1, log }: AnswerAccountParts): AnswerAccount {
  async function replyTo(request: ApiRequest, path: string): Promise<ReplyOfAccount> {
    // Nobody could sign in: there is nothing to attack.
    if (!(await store.members.hasAnybody())) return notFoundReply
    if (path.startsWith('/auth/')) return authReply(await people.signInFor(request), request)
    if (path === '/me') return meReply(store, people, request)
    if (path === '/welcome' && request.method === 'POST') return welcomeReply(store, people, request)
    return isVisit(request) ? files.replyTo(request, path) : plainReply(405, 'This page can only be looked at.')
  }

  return async (request, target) => {
    const download = downloadAt(request, target)
    if (download !== undefined) return answerV1(download.request, download.target)
    const [path = ''] = target.split('?')
    const about = { face: 'account', operation: operationOf(path), login: undefined, code: undefined } as const
    try {
      return { ...(await replyTo(request, path)), about }
    } catch (error) {
      if (error instanceof StoreUnavailable) return { ...jsonReply(503, { error: 'unavailable' }), about }
      log.error({ id: request.id, err: error }, 'A request of the account page failed.')
      return { ...jsonReply(500, { error: 'internal' }), about }
    }
  }
}

function operationOf(path: string): string {
  if (path.startsWith('/auth/')) return 'auth'
  return path === '/me' || path === '/welcome' ? path.slice(1) : 'files'
}
