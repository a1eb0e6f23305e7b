import { Textarea, TextInput } from '@mantine/core'
import type { OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { Form } from '../../parts/form.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

/** What the shop itself notes with an order. */
export function OrderNotes({ order: { number, tag, comment } }: { readonly order: OutputOf<'getOrder'> }) {
  const own = useTexts(texts)
  const { say } = useSpeech()
  const draft = useDraft({ tag, comment })
  const change = useChange('updateOrder', { changes: ['getOrder', 'listOrders'] })
  return (
    <Form
      change={change}
      isSaved={change.answer !== undefined}
      submit={say('common.save')}
      onSubmit={() => {
        change.send({ number, ...draft.values })
      }}
    >
      <TextInput label={own('tag')} error={change.faultOf('tag')} {...draft.bind('tag')} />
      <Textarea label={own('comment')} error={change.faultOf('comment')} {...draft.bind('comment')} />
    </Form>
  )
}
