import { Alert, Button, Group, Stack } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSpeech } from '../texts/language.tsx'
import { Refusal } from './refusal.tsx'

interface FormProps {
  /** What the form is for. */
  readonly change: { readonly isBusy: boolean; readonly error: Error | null; readonly forget: () => void }
  /** Whether what is typed here is what the server has: it says so until something else is typed. */
  readonly isSaved?: boolean
  /** What the button says. */
  readonly submit: string
  readonly onSubmit: () => void
  /** What else can be done: stands beside the button. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** Says what was wrong, and leads there: the first field at fault gets the focus. */
export function Form({ change, isSaved = false, submit, onSubmit, actions, children }: FormProps) {
  const { say } = useSpeech()
  const { isBusy, error, forget } = change
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])
  return (
    <form
      ref={form}
      onChange={() => {
        if (isSaved) forget()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Stack>
        {children}
        <Refusal error={error} />
        {isSaved && (
          <Alert color="teal" role="status">
            {say('common.saved')}
          </Alert>
        )}
        <Group justify="space-between">
          <Button type="submit" loading={isBusy}>
            {submit}
          </Button>
          {actions}
        </Group>
      </Stack>
    </form>
  )
}
