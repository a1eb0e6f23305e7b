/** Whoever signs in, over HTTP and HTTPS: made when somebody first does, as the library behind it takes a while to load. */
import type { Logger } from 'pino'
import type { Session, SignIn, SignInOptions } from '../../sign-in/sign-in.ts'
import type { ApiRequest } from '../message.ts'
import type { People as PeopleOfV1 } from '../v1/sessions.ts'

export interface People extends PeopleOfV1 {
  userOf(request: ApiRequest): Promise<Session | undefined>
  /** What signs in over the request's scheme. */
  signInFor(request: ApiRequest): Promise<SignIn>
}

export interface PeopleParts {
  readonly records: SignInOptions['records']
  readonly secret: string
  readonly log: Logger
}

export function createPeople({ records, secret, log }: PeopleParts): People {
  const made: { [Scheme in ApiRequest['scheme']]?: Promise<SignIn> } = {}

  async function make(isSecure: boolean): Promise<SignIn> {
    const { createSignIn } = await import('../../sign-in/sign-in.ts')
    return createSignIn({ records, secret, isSecure, log })
  }

  async function signInFor({ scheme }: ApiRequest): Promise<SignIn> {
    made[scheme] ??= make(scheme === 'https')
    return made[scheme]
  }

  return {
    signInFor,
    async userOf(request) {
      return (await signInFor(request)).sessionOf(new Headers({ cookie: request.headers.cookie ?? '' }))
    },
  }
}
