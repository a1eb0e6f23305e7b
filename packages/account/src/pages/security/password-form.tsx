import { Alert, Button, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changePassword } from '../../api/account.ts'
import { attemptFault } from '../../api/attempt-fault.ts'
import { SecretField } from '../../parts/secret-field.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

export function PasswordForm() {
  const { say } = useSpeech()
  const own = useTexts(texts)
  const client = useQueryClient()
  const [given, setGiven] = useState({ present: '', next: '' })
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async () => changePassword(given.present, given.next),
    async onSuccess() {
      setGiven({ present: '', next: '' })
      await client.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  const fault = attemptFault(error, undefined)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <Stack maw={400}>
        {error !== null && (
          <Alert color="red" role="alert">
            {fault === undefined ? own('wrong') : say(fault)}
          </Alert>
        )}
        {isSuccess && (
          <Alert color="teal" role="status">
            {own('changed')}
          </Alert>
        )}
        <SecretField
          label={own('present')}
          autoComplete="current-password"
          required
          value={given.present}
          onChange={(event) => {
            setGiven({ ...given, present: event.currentTarget.value })
          }}
        />
        <SecretField
          label={own('new')}
          description={say('password.hint')}
          autoComplete="new-password"
          minLength={10}
          required
          value={given.next}
          onChange={(event) => {
            setGiven({ ...given, next: event.currentTarget.value })
          }}
        />
        <Button type="submit" variant="default" loading={isPending}>
          {own('change')}
        </Button>
      </Stack>
    </form>
  )
}
