import { Alert } from '@mantine/core'
import { Problem } from '../api/problem.ts'
import { useSpeech } from '../texts/language.tsx'

/** Why a change was not made; nothing where there is no error. */
export function Refusal({ error }: { readonly error: Error | null }) {
  const { say } = useSpeech()
  if (error === null) return null
  const detail = error instanceof Problem ? error.message : say('common.offline')
  return (
    <Alert color="red" role="alert">
      {say('common.failed', { detail })}
    </Alert>
  )
}
