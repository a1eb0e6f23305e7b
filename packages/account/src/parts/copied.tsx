import { Button, CopyButton } from '@mantine/core'
import { useSpeech } from '../texts/language.tsx'

/** Copies a text, and says so. */
export function Copied({ text }: { readonly text: string }) {
  const { say } = useSpeech()
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button variant="default" size="xs" onClick={copy}>
          <span aria-live="polite">{say(copied ? 'common.copied' : 'common.copy')}</span>
        </Button>
      )}
    </CopyButton>
  )
}
