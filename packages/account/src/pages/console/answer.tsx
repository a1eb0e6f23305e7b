import { Alert, Group, Stack, Text } from '@mantine/core'
import { Copyable } from '../../parts/copyable.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import type { CheckedAnswer } from './send-call.ts'
import { texts } from './texts.ts'

/** An answer, and whether it is to be trusted. */
export function Answer({ answer }: { readonly answer: CheckedAnswer }) {
  const say = useTexts(texts)
  const { number } = useSpeech()
  const { status, milliseconds, text, hash, signature } = answer
  const mac = macs[signature]
  const isTrue = hash === 'ok' && (mac === 'ok' || mac === 'missing')
  return (
    <Stack align="stretch">
      <Alert color={isTrue ? 'teal' : 'red'} role="status">
        {say(`hash.${hash}`)} {say(`mac.${mac}`)}
      </Alert>
      <Group gap="lg">
        <Text size="sm">HTTP {status}</Text>
        <Text size="sm">{say('ms', { ms: number(Math.round(milliseconds)) })}</Text>
      </Group>
      <Copyable text={readable(text)} label={say('answer')} isLong />
    </Stack>
  )
}

/** What a seller is told of the signature. */
const macs = {
  ok: 'ok',
  missing: 'missing',
  malformed: 'wrong',
  wrong: 'wrong',
  'too old': 'time',
  'too new': 'time',
} as const satisfies Record<CheckedAnswer['signature'], string>

/** JSON in lines; what is none as it is. Keys of digits come first, as everywhere in JavaScript. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return text
  }
}
