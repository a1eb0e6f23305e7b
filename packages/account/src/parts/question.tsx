import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { usePrevious } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useSpeech } from '../texts/language.tsx'

interface QuestionProps {
  /** Undefined: nothing is asked. */
  readonly asked: { readonly title: string; readonly text: string } | undefined
  readonly onYes: () => void
  readonly onNo: () => void
  /** Fields that belong to the answer. */
  readonly children?: ReactNode
}

/** Asks before something is done that others notice. Yes counts once, and only with fields that are rightly filled in. */
export function Question({ asked, onYes, onNo, children }: QuestionProps) {
  const { say } = useSpeech()
  // What was asked stays to be read while it goes away.
  const last = usePrevious(asked)
  const shown = asked ?? last
  return (
    <Modal opened={asked !== undefined} onClose={onNo} title={shown?.title} withCloseButton={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          // A second click meets it while it goes away.
          if (asked !== undefined) onYes()
        }}
      >
        <Stack>
          <Text>{shown?.text}</Text>
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onNo}>
              {say('common.no')}
            </Button>
            <Button type="submit" data-autofocus>
              {say('common.yes')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
