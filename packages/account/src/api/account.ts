/** Signing in and out: what the server answers beside API v1. */
import { Problem } from './problem.ts'

export interface Me {
  readonly user: { readonly id: string; readonly email: string; readonly name: string }
  readonly shops: readonly MyShop[]
}

export interface MyShop {
  readonly login: string
  readonly title: string
  readonly role: 'owner' | 'staff'
  /** IANA name. */
  readonly time_zone: string
}

export interface Invitation {
  /** '' where whoever opens it says theirs. */
  readonly email: string
  readonly shop: string
  readonly role: 'owner' | 'staff'
  /** Whether somebody with this address has a password already. */
  readonly known: boolean
}

export interface OwnSession {
  readonly id: string
  readonly token: string
  readonly userAgent: string | null
  readonly ipAddress: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

/** Null: nobody is signed in. */
export async function fetchMe(): Promise<Me | null> {
  const response = await fetch('/account/me')
  if (response.status === 401) return null
  return bodyOf<Me>(response)
}

export async function openInvitation(token: string): Promise<Invitation> {
  return send<Invitation>('/account/welcome', { token })
}

export async function acceptInvitation(given: {
  token: string
  name: string
  password: string
  email?: string
}): Promise<Invitation> {
  return send<Invitation>('/account/welcome', given)
}

export async function signIn(email: string, password: string): Promise<'signedIn' | 'secondFactor'> {
  const answer = await send<{ twoFactorRedirect?: boolean }>('/account/auth/sign-in/email', { email, password })
  return answer.twoFactorRedirect === true ? 'secondFactor' : 'signedIn'
}

/** A code of the app, which shows it as `123 456`, or one of those kept for when the app is lost. */
export async function proveSecondFactor(typed: string): Promise<void> {
  const code = typed.replaceAll(/\s/g, '')
  const way = /^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code'
  await send(`/account/auth/two-factor/${way}`, { code })
}

export async function signOut(): Promise<void> {
  await send('/account/auth/sign-out', {})
}

export async function listSessions(): Promise<readonly OwnSession[]> {
  return bodyOf<readonly OwnSession[]>(await fetch('/account/auth/list-sessions'))
}

export async function currentSession(): Promise<{ session: { token: string }; user: { twoFactorEnabled: boolean } }> {
  return bodyOf(await fetch('/account/auth/get-session'))
}

export async function endSession(token: string): Promise<void> {
  await send('/account/auth/revoke-session', { token })
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await send('/account/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true })
}

export async function beginSecondFactor(
  password: string,
): Promise<{ readonly totpURI: string; readonly backupCodes: readonly string[] }> {
  return send('/account/auth/two-factor/enable', { password })
}

export async function endSecondFactor(password: string): Promise<void> {
  await send('/account/auth/two-factor/disable', { password })
}

async function send<Answer>(path: string, value: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  })
  return bodyOf<Answer>(response)
}

async function bodyOf<Answer>(response: Response): Promise<Answer> {
  const text = await response.text()
  const value: unknown = text === '' ? {} : JSON.parse(text)
  if (response.ok) return value as Answer
  const { message = '', code = '', field } = value as { message?: string; code?: string; field?: string }
  throw new Problem(response.status, code, message, field === undefined ? [] : [{ field, detail: '' }])
}
