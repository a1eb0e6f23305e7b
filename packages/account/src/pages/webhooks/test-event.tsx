import { Alert, Button, Code, Stack, Text } from '@mantine/core'
import { useAnswer, useChange } from '../../api/use-call.ts'
import { Refusal } from '../../parts/refusal.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

const everyMs = 500

/** Sends a test and shows what the receiver answers. */
export function TestEvent({ number }: { readonly number: number }) {
  const say = useTexts(texts)
  const { send, isBusy, error, answer } = useChange('sendTestEvent', { changes: ['listDeliveries'] })
  return (
    <Stack gap="xs" align="flex-start" w="100%">
      <Button
        loading={isBusy}
        onClick={() => {
          send({ number })
        }}
      >
        {say('test')}
      </Button>
      <Refusal error={error} />
      {answer !== undefined && <TestOutcome key={answer.id} delivery={answer.id} />}
    </Stack>
  )
}

function TestOutcome({ delivery }: { readonly delivery: string }) {
  const say = useTexts(texts)
  const { refusal } = useSpeech()
  const { data } = useAnswer(
    'getDelivery',
    { delivery },
    { everyMs: ({ attempts }) => (attempts === 0 ? everyMs : undefined) },
  )
  if (data === undefined || data.attempts === 0) {
    return (
      <Text size="sm" role="status">
        {say('testWaits')}
      </Text>
    )
  }
  const { last_problem: problem, last_status: status, last_answer: answer } = data
  return (
    <Alert color={problem === null ? 'teal' : 'red'} role="status" w="100%">
      <Stack gap="xs">
        <Text size="sm">
          {problem === null
            ? say('testDelivered', { status: status ?? '' })
            : say('testFailed', { problem: refusal(problem) })}
        </Text>
        {answer !== '' && (
          <>
            <Text size="sm">{say('testAnswer')}</Text>
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {answer}
            </Code>
          </>
        )}
      </Stack>
    </Alert>
  )
}
