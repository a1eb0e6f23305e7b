/** Passwords, sessions and second factors of the account page; a library does what is not ours to write. */
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Logger } from 'pino'
import { longestPassword, shortestPassword } from '../rules/user.ts'
import type { SignInRecords } from '../store/sign-in-records.ts'
import { attemptsInMemory } from './attempts.ts'
import { recordAdapter } from './record-adapter.ts'

export interface SignInOptions {
  readonly records: SignInRecords
  /** Signs cookies; at least 32 characters. */
  readonly secret: string
  /** Whether cookies go over HTTPS only: then as it is for a browser. */
  readonly isSecure: boolean
  readonly log: Logger
}

export interface Session {
  readonly userId: string
  readonly email: string
  readonly name: string
}

export interface SignIn {
  /** Answers what the account page asks under `basePath`. */
  handle(request: Request): Promise<Response>
  /** Undefined where the cookie is none, has ended, or was ended. */
  sessionOf(headers: Headers): Promise<Session | undefined>
  /** Gives the user's id; of one who is there already, it sets nothing. Undefined where the password is too short or long. */
  register(person: { readonly email: string; readonly name: string; readonly password: string }): Promise<string>
  /** The id of whoever has this address. */
  find(email: string): Promise<string | undefined>
  /** Ends all sessions too. */
  setPassword(userId: string, password: string): Promise<void>
}

const basePath = '/account/auth'

/** Trusted headers by which the edge tells who calls, and from where; it takes away what a caller sent under the name. */
export const addressHeader = 'x-billkeep-address'

const day = 86_400

export function createSignIn(options: SignInOptions): SignIn {
  const auth = authOf(options)

  return {
    handle: (request) => auth.handler(request),
    async sessionOf(headers) {
      const found = await auth.api.getSession({ headers })
      return found === null ? undefined : { userId: found.user.id, email: found.user.email, name: found.user.name }
    },
    async find(email) {
      const { internalAdapter } = await auth.$context
      return (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user.id
    },
    async register({ email, name, password }) {
      const { internalAdapter, password: passwords } = await auth.$context
      const user = await internalAdapter.createUser(
        { email: email.toLowerCase(), name, emailVerified: true },
        { method: 'email-password' },
      )
      await internalAdapter.linkAccount({
        accountId: user.id,
        providerId: 'credential',
        userId: user.id,
        password: await passwords.hash(password),
      })
      return user.id
    },
    async setPassword(userId, password) {
      const { internalAdapter, password: passwords } = await auth.$context
      await internalAdapter.updatePassword(userId, await passwords.hash(password))
      await internalAdapter.deleteUserSessions(userId)
    },
  }
}

function authOf({ records, secret, isSecure, log }: SignInOptions) {
  return betterAuth({
    appName: 'Billkeep',
    basePath,
    secret,
    database: recordAdapter(records),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    plugins: [twoFactor({ issuer: 'Billkeep' })],
    session: { expiresIn: 30 * day, updateAge: day },
    databaseHooks: { session: { create: { after: async () => removeExpired(records) } } },
    // Counted in this process. Guessing a password or a code ends long before it can work.
    rateLimit: {
      enabled: true,
      window: 60,
      max: 100,
      customStorage: attemptsInMemory(),
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/two-factor/verify-totp': { window: 60, max: 10 },
        '/two-factor/verify-backup-code': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    // A page of another origin cannot make the browser of somebody who is signed in call.
    trustedOrigins: (request) => (request === undefined ? [] : [new URL(request.url).origin]),
    advanced: {
      cookiePrefix: 'billkeep',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => {
        log[level === 'error' ? 'error' : 'debug']({ from: 'sign-in' }, message)
      },
    },
  })
}

/** The library takes no notice of what has expired, but leaves it where it is. There are few: a person has some a year. */
async function removeExpired(records: SignInRecords): Promise<void> {
  const expired = { column: 'expires_at', operator: 'lt', value: Date.now(), connector: 'AND' } as const
  for (const table of ['sessions', 'verifications'] as const) await records.remove(table, [expired])
}
