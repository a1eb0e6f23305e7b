import { Alert, Button, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../api/use-call.ts'
import { Refusal } from '../../parts/refusal.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { linesIn } from './lines.ts'
import { texts } from './texts.ts'

/** From where the shop's programs may call. */
export function AddressList({ present }: { readonly present: readonly string[] }) {
  const { say: sayAll } = useSpeech()
  const say = useTexts(texts)
  const [lines, setLines] = useState(present.join('\n'))
  const { send, isBusy, error, answer, forget } = useChange('updateShop', { changes: ['getShop'] })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send({ allowed_addresses: linesIn(lines) })
      }}
    >
      <Stack maw={520} align="stretch">
        <Textarea
          label={say('addressesLabel')}
          description={say('addressesWhat')}
          placeholder={'203.0.113.7\n2001:db8::/32'}
          autosize
          minRows={3}
          maxRows={12}
          value={lines}
          onChange={(event) => {
            setLines(event.currentTarget.value)
            forget()
          }}
        />
        <Refusal error={error} />
        {answer !== undefined && (
          <Alert color="teal" role="status">
            {sayAll('common.saved')}
          </Alert>
        )}
        <Button type="submit" variant="default" loading={isBusy} style={{ alignSelf: 'flex-start' }}>
          {sayAll('common.save')}
        </Button>
      </Stack>
    </form>
  )
}
