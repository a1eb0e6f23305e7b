import { Alert, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useSpeech } from '../texts/language.tsx'

/** Most often a part of the page did not come: the server was away, or has a newer one by now. */
export function Broken() {
  const { say } = useSpeech()
  const [isBusy, setBusy] = useState(false)
  return (
    <Alert color="red" role="alert" m="md">
      <Stack gap="sm" align="flex-start">
        <Text>{say('common.broken')}</Text>
        <Button
          variant="default"
          loading={isBusy}
          onClick={() => {
            setBusy(true)
            void loadAgain().then(setBusy)
          }}
        >
          {say('common.again')}
        </Button>
      </Stack>
    </Alert>
  )
}

/** Only where the server answers: else the browser would show a page of its own. Tells whether it is loading. */
async function loadAgain(): Promise<boolean> {
  const isThere = await fetch(window.location.href, { method: 'HEAD' }).then(
    () => true,
    () => false,
  )
  if (isThere) window.location.reload()
  return isThere
}
