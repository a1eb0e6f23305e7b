import { Alert, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { beginSecondFactor, currentSession, endSecondFactor, proveSecondFactor } from '../../api/account.ts'
import { attemptFault } from '../../api/attempt-fault.ts'
import { Copyable } from '../../parts/copyable.tsx'
import { Failure } from '../../parts/failure.tsx'
import { SecretField } from '../../parts/secret-field.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

interface Begun {
  readonly totpURI: string
  readonly backupCodes: readonly string[]
}

export function SecondFactor() {
  const own = useTexts(texts)
  const client = useQueryClient()
  const [begun, setBegun] = useState<Begun>()
  const { data, error, refetch } = useQuery({ queryKey: ['factor'], queryFn: currentSession })
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  if (data === undefined) return <Skeleton height={60} />
  if (begun !== undefined) {
    return (
      <Enrolment
        begun={begun}
        onDone={() => {
          setBegun(undefined)
          void client.invalidateQueries({ queryKey: ['factor'] })
        }}
      />
    )
  }
  const isOn = data.user.twoFactorEnabled
  return (
    <Stack>
      <Text>{own(isOn ? 'factorOn' : 'factorOff')}</Text>
      <WithPassword
        label={own(isOn ? 'factorEnd' : 'factorBegin')}
        act={async (password) => {
          if (isOn) await endSecondFactor(password)
          else setBegun(await beginSecondFactor(password))
          await client.invalidateQueries({ queryKey: ['factor'] })
        }}
      />
    </Stack>
  )
}

/** Whoever finds a browser open cannot change how to sign in. */
function WithPassword({ label, act }: { readonly label: string; readonly act: (password: string) => Promise<void> }) {
  const own = useTexts(texts)
  const [password, setPassword] = useState('')
  const { say } = useSpeech()
  const { mutate, isPending, error } = useMutation({ mutationFn: async () => act(password) })
  const fault = attemptFault(error, undefined)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <Group align="flex-end">
        <SecretField
          label={own('present')}
          autoComplete="current-password"
          required
          w={260}
          error={error === null ? undefined : fault === undefined ? own('wrong') : say(fault)}
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value)
          }}
        />
        <Button type="submit" variant="default" loading={isPending}>
          {label}
        </Button>
      </Group>
    </form>
  )
}

function Enrolment({ begun, onDone }: { readonly begun: Begun; readonly onDone: () => void }) {
  const { say } = useSpeech()
  const own = useTexts(texts)
  const [code, setCode] = useState('')
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async () => proveSecondFactor(code),
  })
  const secret = new URL(begun.totpURI).searchParams.get('secret') ?? ''
  if (isSuccess) {
    return (
      <Stack>
        <Text>{own('factorCodes')}</Text>
        <Copyable text={begun.backupCodes.join('\n')} label={own('factorCodes')} />
        <Button onClick={onDone} style={{ alignSelf: 'flex-start' }}>
          {own('factorDone')}
        </Button>
      </Stack>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <Stack align="flex-start">
        <Text>{own('factorScan')}</Text>
        <img
          src={`data:image/svg+xml,${encodeURIComponent(renderSVG(begun.totpURI))}`}
          width={200}
          height={200}
          alt=""
        />
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {own('factorSecret', { secret })}
        </Text>
        {error !== null && (
          <Alert color="red" role="alert">
            {say(attemptFault(error, 'signIn.codeWrong'))}
          </Alert>
        )}
        <Group align="flex-end">
          <TextInput
            label={say('signIn.code')}
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value)
            }}
          />
          <Button type="submit" loading={isPending}>
            {say('signIn.codeSubmit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
