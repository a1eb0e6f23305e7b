import { Fieldset, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { AmountField } from '../../parts/amount-field.tsx'
import { PercentField } from '../../parts/percent-field.tsx'
import type { Draft } from '../../parts/use-draft.ts'
import { useTexts } from '../../texts/language.tsx'
import { NotificationField } from './notification-field.tsx'
import { notifications, type ProductDraft, timerUnits } from './product-draft.ts'
import { texts } from './texts.ts'

interface ProductFieldsProps {
  readonly draft: Draft<ProductDraft>
  readonly faultOf: (field: string) => string | undefined
  /** ISO 4217. */
  readonly currency: string
  readonly isNew?: boolean
}

const kinds = ['digital', 'physical', 'floating'] as const

export function ProductFields({ draft, faultOf, currency, isNew = false }: ProductFieldsProps) {
  const own = useTexts(texts)
  const { bind } = draft
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={own('name')}
          description={own('nameHint')}
          required={isNew}
          readOnly={!isNew}
          error={faultOf('name')}
          {...bind('name')}
        />
        <TextInput
          label={own('titleLabel')}
          description={own('titleHint')}
          required
          error={faultOf('title')}
          {...bind('title')}
        />
        <AmountField
          label={own('price')}
          required
          rightSection={<Unit>{currency}</Unit>}
          error={faultOf('price')}
          {...bind('price')}
        />
        <NativeSelect
          label={own('kind')}
          data={kinds.map((value) => ({ value, label: own(`kind.${value}`) }))}
          error={faultOf('kind')}
          {...bind('kind')}
        />
        <AmountField
          label={own('prepayment')}
          description={own('prepaymentHint')}
          rightSection={<Unit>{currency}</Unit>}
          error={faultOf('prepayment_min')}
          {...bind('prepayment')}
        />
        <TimerField draft={draft} fault={faultOf('timer_seconds')} />
        <FeeField draft={draft} name="partner_fee" faultOf={faultOf} currency={currency} />
        <FeeField draft={draft} name="second_partner_fee" faultOf={faultOf} currency={currency} />
      </SimpleGrid>
      <Fieldset legend={own('notify')}>
        <Stack>
          <Text size="sm">{own('notifyHint')}</Text>
          {notifications.map((name) => (
            <NotificationField
              key={name}
              event={name}
              // Of a new one there is nothing to tell yet.
              product={isNew ? undefined : draft.values.name}
              fault={faultOf(`notify.${name}`)}
              {...bind(name)}
            />
          ))}
        </Stack>
      </Fieldset>
    </>
  )
}

function Unit({ children }: { readonly children: string }) {
  return (
    <Text span size="xs" c="dimmed">
      {children}
    </Text>
  )
}

function TimerField({ draft, fault }: { readonly draft: Draft<ProductDraft>; readonly fault: string | undefined }) {
  const own = useTexts(texts)
  return (
    <Group align="flex-end" wrap="nowrap" gap="xs">
      <TextInput
        label={own('timer')}
        description={own('timerHint')}
        inputMode="decimal"
        pattern="\d+([.,]\d+)?"
        flex={1}
        error={fault}
        {...draft.bind('timer')}
      />
      <NativeSelect
        aria-label={own('timerUnit')}
        data={Object.keys(timerUnits).map((value) => ({
          value,
          label: own(`unit.${value as keyof typeof timerUnits}`),
        }))}
        {...draft.bind('timerUnit')}
      />
    </Group>
  )
}

interface FeeFieldProps extends Pick<ProductFieldsProps, 'draft' | 'faultOf' | 'currency'> {
  readonly name: 'partner_fee' | 'second_partner_fee'
}

function FeeField({ draft, name, faultOf, currency }: FeeFieldProps) {
  const own = useTexts(texts)
  const by = draft.values[`${name}_by`]
  const value = {
    'aria-label': own(by === 'percent' ? 'fee.percent' : 'fee.amount'),
    required: true,
    flex: 1,
    error: faultOf(name) ?? faultOf(`${name}.${by}`),
    ...draft.bind(name),
  }
  return (
    <Group align="flex-end" wrap="nowrap" gap="xs">
      <NativeSelect
        label={own(name)}
        flex={1}
        data={[
          { value: '', label: own(`${name}.none`) },
          { value: 'percent', label: own('fee.percent') },
          { value: 'amount', label: own('fee.amount') },
        ]}
        {...draft.bind(`${name}_by`)}
      />
      {by === 'percent' && <PercentField {...value} />}
      {by === 'amount' && <AmountField rightSection={<Unit>{currency}</Unit>} {...value} />}
    </Group>
  )
}
