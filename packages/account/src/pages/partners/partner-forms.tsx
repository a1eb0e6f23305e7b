import { SimpleGrid, TextInput } from '@mantine/core'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { Deletion } from '../../parts/deletion.tsx'
import { changesBetween } from '../../parts/changes-between.ts'
import { Form } from '../../parts/form.tsx'
import { PercentField, percentIn } from '../../parts/percent-field.tsx'
import { type Draft, useDraft } from '../../parts/use-draft.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

const plainPartner = { login: '', percent: '0', parent: '' }
type PartnerDraft = typeof plainPartner

export function NewPartner() {
  const { say } = useSpeech()
  const toList = useToList()
  const draft = useDraft(plainPartner)
  const change = useChange('createPartner', { changes: ['listPartners'], onDone: toList })
  return (
    <Form
      change={change}
      submit={say('common.create')}
      onSubmit={() => {
        change.send(inputOf(draft.values))
      }}
    >
      <PartnerFields draft={draft} faultOf={change.faultOf} />
    </Form>
  )
}

export function PresentPartner({ partner }: { readonly partner: OutputOf<'getPartner'> }) {
  const own = useTexts(texts)
  const { say } = useSpeech()
  const toList = useToList()
  const { login, percent, parent } = partner
  const before = { login, percent: String(percent), parent: parent ?? '' }
  const draft = useDraft(before)
  const change = useChange('updatePartner', { changes: ['listPartners'], onDone: toList })
  const deletion = useChange('deletePartner', { changes: ['listPartners'], onDone: toList })
  return (
    <Form
      change={deletion.error === null ? change : deletion}
      submit={say('common.save')}
      onSubmit={() => {
        change.send({ partner: login, ...changesBetween(inputOf(before), inputOf(draft.values)) })
      }}
      actions={
        <Deletion
          isBusy={deletion.isBusy}
          question={own('delete', { login })}
          onYes={() => {
            deletion.send({ partner: login })
          }}
        />
      }
    >
      <PartnerFields draft={draft} faultOf={change.faultOf} />
    </Form>
  )
}

function useToList(): () => void {
  const [, go] = useLocation()
  return () => {
    go('/partners')
  }
}

function inputOf({ login, percent, parent }: PartnerDraft): Readonly<Record<string, unknown>> {
  return { login, percent: percentIn(percent), parent: parent.trim() === '' ? null : parent }
}

interface PartnerFieldsProps {
  readonly draft: Draft<PartnerDraft>
  readonly faultOf: (field: string) => string | undefined
}

function PartnerFields({ draft: { bind }, faultOf }: PartnerFieldsProps) {
  const own = useTexts(texts)
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={own('login')}
        description={own('loginHint')}
        required
        error={faultOf('login')}
        {...bind('login')}
      />
      <PercentField
        label={own('percent')}
        description={own('percentHint')}
        required
        error={faultOf('percent')}
        {...bind('percent')}
      />
      <TextInput label={own('parent')} description={own('parentHint')} error={faultOf('parent')} {...bind('parent')} />
    </SimpleGrid>
  )
}
