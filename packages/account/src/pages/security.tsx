import { Card, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSpeech } from '../texts/language.tsx'
import { PasswordForm } from './security/password-form.tsx'
import { SecondFactor } from './security/second-factor.tsx'
import { Sessions } from './security/sessions.tsx'

export function SecurityPage() {
  const { say } = useSpeech()
  return (
    <Stack>
      <Title order={1} size="h2">
        {say('security.title')}
      </Title>
      <Part title={say('security.factor')}>
        <SecondFactor />
      </Part>
      <Part title={say('security.sessions')}>
        <Sessions />
      </Part>
      <Part title={say('security.password')}>
        <PasswordForm />
      </Part>
    </Stack>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Card>
  )
}
