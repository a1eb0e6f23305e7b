import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { proveSecondFactor, signIn } from '../api/account.ts'
import { Problem } from '../api/problem.ts'
import { Entrance } from '../parts/entrance.tsx'
import { useForgetEverything } from '../session/session.tsx'
import type { TextName } from '../texts/en.ts'
import { useSpeech } from '../texts/language.tsx'

export function SignInPage() {
  const { say } = useSpeech()
  const [step, setStep] = useState<'password' | 'code'>('password')
  return (
    <Entrance title={say('signIn.title')}>
      {step === 'password' ? (
        <PasswordStep
          onSecondFactor={() => {
            setStep('code')
          }}
        />
      ) : (
        <CodeStep />
      )}
    </Entrance>
  )
}

function PasswordStep({ onSecondFactor }: { readonly onSecondFactor: () => void }) {
  const { say } = useSpeech()
  const forget = useForgetEverything()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { isBusy, fault, submit } = useAttempt('signIn.wrong', async () => {
    if ((await signIn(email.trim(), password)) === 'secondFactor') onSecondFactor()
    else await forget()
  })
  return (
    <form onSubmit={submit}>
      <Stack>
        {fault !== undefined && <Fault name={fault} />}
        <TextInput
          label={say('signIn.email')}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => {
            setEmail(event.currentTarget.value)
          }}
        />
        <PasswordInput
          label={say('signIn.password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value)
          }}
        />
        <Button type="submit" loading={isBusy}>
          {say('signIn.submit')}
        </Button>
      </Stack>
    </form>
  )
}

function CodeStep() {
  const { say } = useSpeech()
  const forget = useForgetEverything()
  const [code, setCode] = useState('')
  const { isBusy, fault, submit } = useAttempt('signIn.codeWrong', async () => {
    await proveSecondFactor(code.trim())
    await forget()
  })
  return (
    <form onSubmit={submit}>
      <Stack>
        {fault !== undefined && <Fault name={fault} />}
        <TextInput
          label={say('signIn.code')}
          description={say('signIn.codeHint')}
          autoComplete="one-time-code"
          required
          autoFocus
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value)
          }}
        />
        <Button type="submit" loading={isBusy}>
          {say('signIn.codeSubmit')}
        </Button>
      </Stack>
    </form>
  )
}

function Fault({ name }: { readonly name: TextName }) {
  const { say } = useSpeech()
  return (
    <Alert color="red" role="alert">
      {say(name)}
    </Alert>
  )
}

/** `wrong` is what a refusal means here. */
function useAttempt(wrong: TextName, attempt: () => Promise<void>) {
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<TextName>()
  async function run(): Promise<void> {
    setBusy(true)
    setFault(undefined)
    try {
      await attempt()
    } catch (error) {
      setFault(faultOf(error, wrong))
    }
    setBusy(false)
  }
  return {
    isBusy,
    fault,
    submit: (event: { preventDefault: () => void }) => {
      event.preventDefault()
      void run()
    },
  }
}

function faultOf(error: unknown, wrong: TextName): TextName {
  if (!(error instanceof Problem)) return 'common.offline'
  return error.status === 429 ? 'signIn.tooOften' : wrong
}
