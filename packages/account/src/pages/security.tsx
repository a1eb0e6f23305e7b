import { Stack } from '@mantine/core'
import { PageHead } from '../parts/page-head.tsx'
import { Part } from '../parts/part.tsx'
import { useTexts } from '../texts/language.tsx'
import { PasswordForm } from './security/password-form.tsx'
import { SecondFactor } from './security/second-factor.tsx'
import { Sessions } from './security/sessions.tsx'
import { texts } from './security/texts.ts'

export function SecurityPage() {
  const own = useTexts(texts)
  return (
    <Stack>
      <PageHead title={own('title')} />
      <Part title={own('factor')}>
        <SecondFactor />
      </Part>
      <Part title={own('sessions')}>
        <Sessions />
      </Part>
      <Part title={own('password')}>
        <PasswordForm />
      </Part>
    </Stack>
  )
}
