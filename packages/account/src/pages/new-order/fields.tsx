import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { Draft } from '../../parts/use-draft.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import type { OrderDraft } from './order-draft.ts'
import { texts } from './texts.ts'

interface FieldsProps {
  readonly draft: Draft<OrderDraft>
  readonly faultOf: (field: string) => string | undefined
}

interface CustomerFieldsProps extends FieldsProps {
  /** Whether something has to be sent: then it needs a name. */
  readonly isSent: boolean
}

export function CustomerFields({ draft: { bind }, faultOf, isSent }: CustomerFieldsProps) {
  const { say } = useSpeech()
  return (
    <>
      <TextInput
        label={say('signIn.email')}
        type="text"
        inputMode="email"
        autoComplete="off"
        required
        error={faultOf('email')}
        {...bind('email')}
      />
      <Named names={['phone', 'first_name', 'last_name']} isSent={isSent} bind={bind} faultOf={faultOf} />
    </>
  )
}

/** Asked for where something has to be sent. */
export function DeliveryFields({ draft: { bind }, faultOf }: FieldsProps) {
  return <Named names={['country', 'region', 'city', 'address', 'postal_code']} isSent bind={bind} faultOf={faultOf} />
}

export function FurtherFields({ draft: { bind }, faultOf }: FieldsProps) {
  const own = useTexts(texts)
  const { say } = useSpeech()
  return (
    <>
      <TextInput label={own('coupon')} description={own('couponHint')} error={faultOf('coupon')} {...bind('coupon')} />
      <NativeSelect
        label={own('status')}
        description={own('statusHint')}
        error={faultOf('status')}
        data={(['waiting', 'paid'] as const).map((value) => ({ value, label: say(`status.${value}`) }))}
        {...bind('status')}
      />
      <TextInput label={own('tag')} error={faultOf('tag')} {...bind('tag')} />
      <Textarea label={own('comment')} error={faultOf('comment')} {...bind('comment')} />
    </>
  )
}

type TextName = 'phone' | 'first_name' | 'last_name' | 'country' | 'region' | 'city' | 'address' | 'postal_code'

/** What a parcel needs. */
const needed: ReadonlySet<TextName> = new Set(['first_name', 'last_name', 'country', 'city', 'address'])

interface NamedProps extends Pick<FieldsProps, 'faultOf'> {
  readonly names: readonly TextName[]
  readonly isSent: boolean
  readonly bind: Draft<OrderDraft>['bind']
}

function Named({ names, isSent, bind, faultOf }: NamedProps) {
  const own = useTexts(texts)
  return names.map((name) => (
    <TextInput
      key={name}
      label={own(name)}
      autoComplete="off"
      required={isSent && needed.has(name)}
      error={faultOf(name)}
      {...bind(name)}
    />
  ))
}
