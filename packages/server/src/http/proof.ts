/** Who is calling: the signature of API 1.0 or the key of API 2.0 (protocol sections 4 and 10). */
import { type ByteString, bytesOf } from '@billkeep/wire/bytes.ts'
import { ApiError } from '@billkeep/wire/errors.ts'
import type { FormTree } from '@billkeep/wire/form.ts'
import { isEqualConstantTime, verifyRequest } from '@billkeep/wire/signature.ts'
import type { Context } from '../context.ts'

/** The `hash` in a body whose form is not read yet, as every client writes it; '' if there is none. */
export function claimedHash(urlencoded: ByteString | undefined): string {
  return urlencoded === undefined ? '' : (plainHash.exec(urlencoded)?.[1] ?? '')
}

const plainHash = /(?:^|&)hash=([\da-f]{32})(?:&|$)/i

/** The form's `hash`, '' if there is none. */
export function hashIn(form: FormTree): string {
  return textAt(form, 'hash')
}

/** The form's `rpsKey`, '' if there is none. */
export function rpsKeyIn(form: FormTree): string {
  return textAt(form, 'rpsKey')
}

/**
 * The shop's key that the caller has proved to hold; undefined if the proof is wrong. Throws ApiError `noHash` if there
 * is none. The parameters choose the version: where `rpsKey` is given, a hash does not count.
 */
export function provenKey(
  { login, keys }: Context['shop'],
  form: FormTree,
  urlencoded: ByteString | undefined,
): string | undefined {
  const rpsKey = rpsKeyIn(form)
  if (rpsKey !== '') return keys.find((key) => isEqualConstantTime(bytesOf(key), rpsKey))
  const hash = hashIn(form)
  if (hash === '') throw new ApiError('noHash')
  return verifyRequest({ body: urlencoded, form, hash, login, keys })
}

/** The version of the API that a call means: its parameters choose it, not its path (protocol section 1). */
export function versionOf(form: FormTree): 1 | 2 {
  return rpsKeyIn(form) === '' ? 1 : 2
}

/** A subtree, as of `hash[]`, is no proof. */
function textAt(form: FormTree, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
