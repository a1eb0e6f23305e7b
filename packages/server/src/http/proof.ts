/** Who is calling: the signature of API 1.0 or the key of API 2.0 (protocol sections 4 and 10). */
import { ApiError } from '@billkeep/wire/errors.ts'
import type { FormTree } from '@billkeep/wire/form.ts'
import { isEqualConstantTime, verifyRequest } from '@billkeep/wire/signature.ts'
import { bytesOf } from '@billkeep/wire/bytes.ts'
import type { Context } from '../context.ts'
import type { ReceivedForm } from './form.ts'

/** The form's `hash`, '' if there is none. */
export function hashIn(tree: FormTree): string {
  return textAt(tree, 'hash')
}

/**
 * The shop's key that the caller has proved to hold; undefined if the proof is wrong. Throws ApiError `noHash` if there
 * is none. The parameters choose the version: where `rpsKey` is given, a hash does not count.
 */
export function provenKey({ login, keys }: Context['shop'], { tree, body }: ReceivedForm): string | undefined {
  const rpsKey = textAt(tree, 'rpsKey')
  if (rpsKey !== '') return keys.find((key) => isEqualConstantTime(bytesOf(key), rpsKey))
  const hash = hashIn(tree)
  if (hash === '') throw new ApiError('noHash')
  return verifyRequest({ body, form: tree, hash, login, keys })
}

/** A subtree, as of `hash[]`, is no proof. */
function textAt(tree: FormTree, name: string): string {
  const value = tree.get(name)
  return typeof value === 'string' ? value : ''
}
