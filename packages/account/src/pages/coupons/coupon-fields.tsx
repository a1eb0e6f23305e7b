import { Group, MultiSelect, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { AmountField } from '../../parts/amount-field.tsx'
import { MomentField } from '../../parts/moment-field.tsx'
import { PercentField } from '../../parts/percent-field.tsx'
import type { Draft } from '../../parts/use-draft.ts'
import { useProductChoice } from '../../parts/use-product-choice.ts'
import { useTexts } from '../../texts/language.tsx'
import type { CouponDraft } from './coupon-draft.ts'
import { texts } from './texts.ts'

interface CouponFieldsProps {
  readonly draft: Draft<CouponDraft>
  /** Numbers of those that it covers. */
  readonly products: readonly string[]
  readonly setProducts: (products: readonly string[]) => void
  readonly faultOf: (field: string) => string | undefined
  /** ISO 4217. */
  readonly currency: string
}

export function CouponFields({ draft, products, setProducts, faultOf, currency }: CouponFieldsProps) {
  const own = useTexts(texts)
  const { bind, values } = draft
  const choice = useProductChoice()
  const discount = {
    'aria-label': own('discount'),
    required: true,
    flex: 1,
    error: faultOf('percent') ?? faultOf('amount'),
    ...bind('discount'),
  }
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput label={own('code')} description={own('codeHint')} required error={faultOf('code')} {...bind('code')} />
      <Group align="flex-end" wrap="nowrap" gap="xs">
        <NativeSelect
          label={own('discount')}
          description={own('discountHint')}
          flex={1}
          data={[
            { value: 'percent', label: own('percent') },
            { value: 'amount', label: own('amount') },
          ]}
          {...bind('by')}
        />
        {values.by === 'percent' ? (
          <PercentField {...discount} />
        ) : (
          <AmountField rightSection={currency} {...discount} />
        )}
      </Group>
      <MomentField label={own('from')} description={own('fromHint')} error={faultOf('valid_from')} {...bind('from')} />
      <MomentField
        label={own('until')}
        description={own('untilHint')}
        error={faultOf('valid_until')}
        {...bind('until')}
      />
      <MultiSelect
        label={own('products')}
        description={own('productsHint')}
        searchable
        searchValue={choice.typed}
        onSearchChange={choice.setTyped}
        data={choice.products.map(({ number, title }) => ({ value: String(number), label: title }))}
        value={[...products]}
        onChange={setProducts}
        error={faultOf('products') ?? products.map((_, index) => faultOf(`products.${index}`)).find(Boolean)}
      />
      <TextInput
        label={own('partner')}
        description={own('partnerHint')}
        error={faultOf('partner')}
        {...bind('partner')}
      />
    </SimpleGrid>
  )
}
