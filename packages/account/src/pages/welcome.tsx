import { Alert, Button, Loader, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { acceptInvitation, type Invitation, openInvitation, signIn } from '../api/account.ts'
import { Problem } from '../api/problem.ts'
import { attemptFault } from '../api/attempt-fault.ts'
import { Entrance } from '../parts/entrance.tsx'
import { Failure } from '../parts/failure.tsx'
import { SecretField } from '../parts/secret-field.tsx'
import { useForgetEverything } from '../session/session.tsx'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { texts } from './welcome/texts.ts'

/** Opens the link of an invitation. Its token stands behind `#`, which no server and no log sees. */
export function WelcomePage() {
  const { say } = useSpeech()
  const own = useTexts(texts)
  const token = window.location.hash.slice(1)
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: async () => openInvitation(token),
    retry: false,
    refetchOnWindowFocus: false,
  })
  const isGone = error instanceof Problem && (error.status === 404 || error.status === 422)
  return (
    <Entrance title={own('title')}>
      {isGone && (
        <Alert color="yellow" role="alert">
          {own('gone')}
        </Alert>
      )}
      {error !== null && !isGone && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loader aria-label={say('common.loading')} />}
      {data !== undefined && <WelcomeForm token={token} invitation={data} />}
    </Entrance>
  )
}

function WelcomeForm({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  const { say } = useSpeech()
  const own = useTexts(texts)
  const [, go] = useLocation()
  const forget = useForgetEverything()
  const [given, setGiven] = useState({ email: invitation.email, name: '', password: '' })
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()

  function faultOf(error: unknown): string {
    const [wrong] = error instanceof Problem ? error.faults : []
    if (wrong?.field === 'name') return own('longName')
    if (wrong?.field === 'email') return own('noEmail')
    if (wrong?.field === 'password') return say('password.length')
    return error instanceof Problem && error.status === 404 ? own('gone') : say(attemptFault(error, 'signIn.wrong'))
  }

  async function accept(): Promise<void> {
    setBusy(true)
    setFault(undefined)
    try {
      const { email, ...rest } = given
      // Who is a user already shows it by the password that they have; a second factor is asked for when they are in.
      if (invitation.known) await signIn(email, given.password)
      await acceptInvitation({ token, ...rest, ...(invitation.email === '' ? { email } : {}) })
      if (!invitation.known) await signIn(email, given.password)
      await forget()
      go('/', { replace: true })
    } catch (error) {
      setFault(faultOf(error))
      setBusy(false)
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void accept()
      }}
    >
      <Stack>
        <Text>{own('text', { shop: invitation.shop, role: say(`role.${invitation.role}`) })}</Text>
        {fault !== undefined && (
          <Alert color="red" role="alert">
            {fault}
          </Alert>
        )}
        <TextInput
          label={say('signIn.email')}
          type="email"
          autoComplete="username"
          required
          readOnly={invitation.email !== ''}
          value={given.email}
          onChange={(event) => {
            setGiven({ ...given, email: event.currentTarget.value })
          }}
        />
        {invitation.known ? (
          <Text>{own('known')}</Text>
        ) : (
          <TextInput
            label={own('name')}
            autoComplete="name"
            required
            value={given.name}
            onChange={(event) => {
              setGiven({ ...given, name: event.currentTarget.value })
            }}
          />
        )}
        <SecretField
          label={invitation.known ? say('signIn.password') : own('password')}
          description={invitation.known ? undefined : say('password.hint')}
          autoComplete={invitation.known ? 'current-password' : 'new-password'}
          minLength={invitation.known ? undefined : 10}
          required
          value={given.password}
          onChange={(event) => {
            setGiven({ ...given, password: event.currentTarget.value })
          }}
        />
        <Button type="submit" loading={isBusy}>
          {own('submit')}
        </Button>
      </Stack>
    </form>
  )
}
