import { Button, Code, Group } from '@mantine/core'
import { useState } from 'react'
import { useSpeech } from '../texts/language.tsx'

interface CopyableProps {
  readonly text: string
  /** What it is, for those who do not see it. */
  readonly label: string
  /** Left out: what one line holds. */
  readonly isLong?: boolean
}

/** A text that is copied with a click. */
export function Copyable({ text, label, isLong = false }: CopyableProps) {
  const { say } = useSpeech()
  const [isCopied, setIsCopied] = useState(false)
  return (
    <Group align="flex-start" gap="xs">
      <Code
        block
        aria-label={label}
        role="region"
        tabIndex={0}
        flex={1}
        miw={200}
        mah={360}
        style={{ overflow: 'auto', whiteSpace: isLong ? 'pre' : 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {text}
      </Code>
      <Button
        variant="default"
        onClick={() => {
          void copy(text).then(setIsCopied)
        }}
      >
        <span aria-live="polite">{say(isCopied ? 'common.copied' : 'common.copy')}</span>
      </Button>
    </Group>
  )
}

/** Where the page was not opened over HTTPS, browsers offer the old way only. */
async function copy(text: string): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard !== undefined) {
    const isDone = await clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (isDone) return true
  }
  const { activeElement } = document
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  document.body.append(field)
  field.select()
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other way without HTTPS
  const isDone = document.execCommand('copy')
  field.remove()
  // Else whoever uses the keyboard would begin at the top of the page again.
  if (activeElement instanceof HTMLElement) activeElement.focus()
  return isDone
}
