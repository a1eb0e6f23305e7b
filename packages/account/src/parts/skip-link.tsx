import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSpeech } from '../texts/language.tsx'

/** Of what is on every page's middle. */
export const contentId = 'content'

/** The first stop of the Tab key, seen by whoever stops there: past what all pages have. */
export function SkipLink() {
  const { say } = useSpeech()
  const [isShown, setShown] = useState(false)
  return (
    <Button
      component="a"
      href={`#${contentId}`}
      pos="fixed"
      left={8}
      top={isShown ? 8 : -80}
      style={{ zIndex: 400 }}
      onFocus={() => {
        setShown(true)
      }}
      onBlur={() => {
        setShown(false)
      }}
      onClick={(event) => {
        event.preventDefault()
        focusContent()
      }}
    >
      {say('nav.skip')}
    </Button>
  )
}

export function focusContent(): void {
  document.querySelector<HTMLElement>(`#${contentId}`)?.focus({ preventScroll: true })
}
