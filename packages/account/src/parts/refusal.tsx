import { Alert } from '@mantine/core'
import { useReason } from '../api/use-reason.ts'
import { useSpeech } from '../texts/language.tsx'

/** Why a change was not made; nothing where there is no error. */
export function Refusal({ error }: { readonly error: Error | null }) {
  const { say } = useSpeech()
  const reasonOf = useReason()
  if (error === null) return null
  return (
    <Alert color="red" role="alert">
      {say('common.failed', { detail: reasonOf(error) })}
    </Alert>
  )
}
