import { Alert, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import type { OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { Refusal } from '../../parts/refusal.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import type { notifications } from './product-draft.ts'
import { texts } from './texts.ts'

interface NotificationFieldProps {
  readonly event: (typeof notifications)[number]
  /** Its name; undefined: it is not saved yet. */
  readonly product: string | undefined
  readonly fault: string | undefined
  readonly value: string
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void
}

/** An address, and a button that shows what the script there answers: as it is typed here, saved or not. */
export function NotificationField({ event, product, fault, value, onChange }: NotificationFieldProps) {
  const own = useTexts(texts)
  const { send, isBusy, error, answer, faultOf } = useChange('tryNotification', { changes: [] })
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs">
        <TextInput
          label={own(`notify.${event}`)}
          type="url"
          placeholder="https://"
          flex={1}
          miw={200}
          error={fault ?? faultOf('url')}
          value={value}
          onChange={onChange}
        />
        {product !== undefined && value.trim() !== '' && (
          <Button
            variant="default"
            loading={isBusy}
            aria-label={own('testOf', { event: own(`notify.${event}`) })}
            onClick={() => {
              send({ product, event, url: value })
            }}
          >
            {own('test')}
          </Button>
        )}
      </Group>
      {faultOf('url') === undefined && <Refusal error={error} />}
      {error === null && answer !== undefined && <Answer answer={answer} />}
    </Stack>
  )
}

function Answer({
  answer: { delivered, status, problem, answer, took_ms: ms },
}: {
  readonly answer: OutputOf<'tryNotification'>
}) {
  const own = useTexts(texts)
  const { refusal } = useSpeech()
  return (
    <Alert color={delivered ? 'teal' : 'red'} role="status">
      <Stack gap="xs">
        <Text size="sm">
          {delivered
            ? own('delivered', { status: status ?? '', ms })
            : own('notDelivered', { problem: refusal(problem ?? ''), ms })}
        </Text>
        {answer !== '' && (
          <Code block tabIndex={0} mah={160} style={{ overflow: 'auto', whiteSpace: 'pre-wrap' }}>
            {answer}
          </Code>
        )}
      </Stack>
    </Alert>
  )
}
