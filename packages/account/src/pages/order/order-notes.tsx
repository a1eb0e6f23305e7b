import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { changesBetween } from '../../parts/changes-between.ts'
import { Form } from '../../parts/form.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

/** What the shop itself notes with an order. */
export function OrderNotes({ order: { number, tag, comment } }: { readonly order: OutputOf<'getOrder'> }) {
  const own = useTexts(texts)
  const { say } = useSpeech()
  const [before, setBefore] = useState({ tag, comment })
  const draft = useDraft(before)
  const change = useChange('updateOrder', { changes: ['getOrder', 'listOrders'], onDone: setBefore })
  return (
    <Form
      change={change}
      isSaved={change.answer !== undefined}
      submit={say('common.save')}
      onSubmit={() => {
        change.send({ number, ...changesBetween(before, draft.values) })
      }}
    >
      <TextInput label={own('tag')} error={change.faultOf('tag')} {...draft.bind('tag')} />
      <Textarea label={own('comment')} error={change.faultOf('comment')} {...draft.bind('comment')} />
    </Form>
  )
}
