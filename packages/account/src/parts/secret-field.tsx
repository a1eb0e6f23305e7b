import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useSpeech } from '../texts/language.tsx'

/** A password, hidden until somebody wants to see what they typed. */
export function SecretField(props: PasswordInputProps) {
  const { say } = useSpeech()
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': say('password.show') }} {...props} />
}
