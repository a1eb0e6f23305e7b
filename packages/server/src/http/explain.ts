/** Why a call does not prove who sent it, for the shop's owners: the caller is told no more than before. */
import type { ByteString } from '@billkeep/wire/bytes.ts'
import { bytesOf } from '@billkeep/wire/bytes.ts'
import type { FormTree } from '@billkeep/wire/form.ts'
import { isEqualConstantTime } from '@billkeep/wire/signature.ts'
import { explainWrongSignature } from '@billkeep/wire/wrong-signature.ts'
import type { Context } from '../context.ts'
import type { SignatureFault } from '../rules/request.ts'
import { hashIn, rpsKeyIn } from './proof.ts'

/** '': it was not looked at. */
export type Explain = (shop: Context['shop'], form: FormTree, urlencoded: ByteString | undefined) => SignatureFault | ''

/** A mistake is found by hashing what was sent up to a hundred times: of the first calls of a second, and of short ones. */
const mostInSecond = 20
const mostBytes = 20_000

export function createExplain(clock: () => number): Explain {
  let second = 0
  let count = 0
  return (shop, form, urlencoded) => {
    const now = Math.floor(clock() / 1_000)
    count = now === second ? count + 1 : 1
    second = now
    if (count > mostInSecond || (urlencoded?.length ?? 0) > mostBytes) return ''
    const { login, keys, retiredKey } = shop
    const rpsKey = rpsKeyIn(form)
    if (rpsKey === '') {
      return explainWrongSignature({ body: urlencoded, form, hash: hashIn(form), login, keys, retiredKey })
    }
    if (retiredKey !== undefined && isEqualConstantTime(bytesOf(retiredKey), rpsKey)) return 'retiredKey'
    return keys.some((key) => isEqualConstantTime(bytesOf(key), rpsKey.trim())) ? 'spaceInKey' : 'otherKey'
  }
}
