import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { proveSecondFactor, signIn } from '../api/account.ts'
import { attemptFault } from '../api/attempt-fault.ts'
import { Entrance } from '../parts/entrance.tsx'
import { SecretField } from '../parts/secret-field.tsx'
import { useForgetEverything } from '../session/session.tsx'
import type { TextName } from '../texts/en.ts'
import { useSpeech } from '../texts/language.tsx'

export function SignInPage() {
  const { say } = useSpeech()
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [fault, setFault] = useState<TextName>()
  return (
    <Entrance title={say('signIn.title')}>
      {step === 'password' ? (
        <PasswordStep
          before={fault}
          onSecondFactor={() => {
            setStep('code')
          }}
        />
      ) : (
        <CodeStep
          onAgain={() => {
            setFault('signIn.again')
            setStep('password')
          }}
        />
      )}
    </Entrance>
  )
}

interface PasswordStepProps {
  /** Why it is asked again. */
  readonly before: TextName | undefined
  readonly onSecondFactor: () => void
}

function PasswordStep({ before, onSecondFactor }: PasswordStepProps) {
  const { say } = useSpeech()
  const forget = useForgetEverything()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const {
    isBusy,
    fault = before,
    submit,
  } = useAttempt('signIn.wrong', async () => {
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
        <SecretField
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

/** `onAgain`: no code counts any more before the password was right once more. */
function CodeStep({ onAgain }: { readonly onAgain: () => void }) {
  const { say } = useSpeech()
  const forget = useForgetEverything()
  const [code, setCode] = useState('')
  const { isBusy, fault, submit } = useAttempt('signIn.codeWrong', async () => {
    try {
      await proveSecondFactor(code)
    } catch (error) {
      if (attemptFault(error, undefined) !== 'signIn.again') throw error
      onAgain()
      return
    }
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
      setFault(attemptFault(error, wrong))
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
