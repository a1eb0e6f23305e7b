import { formFrom, type PlainForm } from '@billkeep/wire/form-data.ts'
import { writeForm } from '@billkeep/wire/form.ts'
import { signRequest } from '@billkeep/wire/signature.ts'

/** A form with its hash at the end, as the protocol's own examples have it. */
export function signedForm(
  fields: PlainForm,
  { login, key }: { readonly login: string; readonly key: string },
): { readonly body: string; readonly hash: string } {
  const query = writeForm(formFrom(fields))
  const hash = signRequest(query, login, key)
  return { body: `${query}&hash=${hash}`, hash }
}
