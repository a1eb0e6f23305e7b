import { Button, Group, Stack, Tabs, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Copyable } from '../../parts/copyable.tsx'
import { Part } from '../../parts/part.tsx'
import { Question } from '../../parts/question.tsx'
import { Refusal } from '../../parts/refusal.tsx'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from './answer.tsx'
import type { ConsoleFunction } from './console-function.ts'
import { languages, type ProgramLanguage, programIn } from './programs.ts'
import { callPath, sendCall } from './send-call.ts'
import type { SignedCall } from './signed-call.ts'
import { texts } from './texts.ts'

interface SendingProps {
  readonly called: ConsoleFunction
  readonly call: SignedCall
  readonly login: string
  readonly domains: readonly string[]
  readonly signingKey: string
}

/** What is sent, to the byte; and what comes back. */
export function Sending({ called, call, login, domains, signingKey }: SendingProps) {
  const say = useTexts(texts)
  const [isAsked, setIsAsked] = useState(false)
  const path = callPath(called.name, login, domains, location.hostname)
  const url = `${location.origin}${path}`
  const { mutate, data, error, isPending } = useMutation({ mutationFn: async () => sendCall(path, call, signingKey) })
  return (
    <>
      <Part title={say('sent')}>
        <Stack align="stretch">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            POST {url}
          </Text>
          <Copyable text={call.shownBody} label={say('body')} />
          <Text size="sm" c="dimmed">
            {call.hash === '' ? say('rpsKeyWhat') : say('hashWhat', { hash: call.hash })}
          </Text>
          <Group>
            <Button
              loading={isPending}
              onClick={() => {
                if (called.kind === 'write') setIsAsked(true)
                else mutate()
              }}
            >
              {say('send')}
            </Button>
          </Group>
        </Stack>
      </Part>
      <Refusal error={error} />
      {data !== undefined && (
        <Part title={say('answer')}>
          <Answer answer={data} />
        </Part>
      )}
      <Part title={say('programs')}>
        <Programs call={call} version={called.version} url={url} login={login} />
      </Part>
      <Question
        asked={isAsked ? { title: called.name, text: say('writes') } : undefined}
        onNo={() => {
          setIsAsked(false)
        }}
        onYes={() => {
          setIsAsked(false)
          mutate()
        }}
      />
    </>
  )
}

function Programs(parts: Parameters<typeof programIn>[1]) {
  const say = useTexts(texts)
  const names = Object.keys(languages) as ProgramLanguage[]
  return (
    <Tabs defaultValue="curl" keepMounted={false}>
      <Tabs.List mb="sm">
        {names.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {languages[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {names.map((name) => (
        <Tabs.Panel key={name} value={name}>
          <Copyable text={programIn(name, parts)} label={languages[name]} isLong={name !== 'curl'} />
        </Tabs.Panel>
      ))}
      <Text size="sm" c="dimmed" mt="xs">
        {say('programsWhat')}
      </Text>
    </Tabs>
  )
}
