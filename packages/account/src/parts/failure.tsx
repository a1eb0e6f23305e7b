import { Alert, Button, Stack, Text } from '@mantine/core'
import { useReason } from '../api/use-reason.ts'
import { useSpeech } from '../texts/language.tsx'

/** Says what went wrong, and offers to try it again. */
export function Failure({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const { say } = useSpeech()
  const reasonOf = useReason()
  return (
    <Alert color="red" role="alert" m="md">
      <Stack gap="sm" align="flex-start">
        <Text>{say('common.failed', { detail: reasonOf(error) })}</Text>
        <Button variant="default" onClick={again}>
          {say('common.again')}
        </Button>
      </Stack>
    </Alert>
  )
}
