import { Alert, Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changePassword } from '../../api/account.ts'
import { useSpeech } from '../../texts/language.tsx'

export function PasswordForm() {
  const { say } = useSpeech()
  const client = useQueryClient()
  const [given, setGiven] = useState({ present: '', next: '' })
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async () => changePassword(given.present, given.next),
    async onSuccess() {
      setGiven({ present: '', next: '' })
      await client.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
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
            {say('security.wrong')}
          </Alert>
        )}
        {isSuccess && (
          <Alert color="teal" role="status">
            {say('security.changed')}
          </Alert>
        )}
        <PasswordInput
          label={say('security.present')}
          autoComplete="current-password"
          required
          value={given.present}
          onChange={(event) => {
            setGiven({ ...given, present: event.currentTarget.value })
          }}
        />
        <PasswordInput
          label={say('security.new')}
          description={say('welcome.passwordHint')}
          autoComplete="new-password"
          minLength={10}
          required
          value={given.next}
          onChange={(event) => {
            setGiven({ ...given, next: event.currentTarget.value })
          }}
        />
        <Button type="submit" variant="default" loading={isPending}>
          {say('security.change')}
        </Button>
      </Stack>
    </form>
  )
}
