import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../api/use-call.ts'
import { Copyable } from '../../parts/copyable.tsx'
import { Refusal } from '../../parts/refusal.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import { texts } from './texts.ts'

/** Makes a link that lets somebody in, to be passed on by whoever made it, and withdraws it. */
export function Invitations() {
  const say = useTexts(texts)
  const { say: sayAll, time } = useSpeech()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState('staff')
  const { send, isBusy, error, answer, faultOf, forget } = useChange('createInvitation', {
    changes: ['listInvitations'],
    onDone() {
      setEmail('')
    },
  })
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send({ email, role })
        }}
      >
        <Stack>
          <Group align="flex-end">
            <TextInput
              label={sayAll('signIn.email')}
              type="email"
              required
              flex={1}
              miw={220}
              error={faultOf('email')}
              value={email}
              onChange={(event) => {
                setEmail(event.currentTarget.value)
              }}
            />
            <NativeSelect
              label={say('role')}
              value={role}
              onChange={(event) => {
                setRole(event.currentTarget.value)
              }}
              data={['staff', 'owner'].map((value) => ({
                value,
                label: sayAll(value === 'owner' ? 'role.owner' : 'role.staff'),
              }))}
            />
            <Button type="submit" loading={isBusy}>
              {say('makeLink')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            {say(role === 'owner' ? 'ownerMay' : 'staffMay')}
          </Text>
          <Refusal error={error} />
          {answer !== undefined && (
            <Alert color="teal" role="status">
              <Stack align="stretch">
                <Text size="sm">{say('passOn', { email: answer.email, time: time(answer.expires_at) })}</Text>
                <Copyable text={`${location.origin}${answer.link_path}`} label={say('link')} />
              </Stack>
            </Alert>
          )}
        </Stack>
      </form>
      <OpenInvitations
        onWithdrawn={(id) => {
          if (answer?.id === id) forget()
        }}
      />
    </Stack>
  )
}
