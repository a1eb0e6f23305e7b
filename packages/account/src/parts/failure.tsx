import { Alert, Button, Stack, Text } from '@mantine/core'
import { Problem } from '../api/problem.ts'
import { useSpeech } from '../texts/language.tsx'

/** Says what went wrong, and offers to try it again. */
export function Failure({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const { say } = useSpeech()
  const detail = error instanceof Problem ? error.message : say('common.offline')
  return (
    <Alert color="red" role="alert" m="md">
      <Stack gap="sm" align="flex-start">
        <Text>{say('common.failed', { detail })}</Text>
        <Button variant="default" onClick={again}>
          {say('common.again')}
        </Button>
      </Stack>
    </Alert>
  )
}
