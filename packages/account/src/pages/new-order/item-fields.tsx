import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useAnswer } from '../../api/use-call.ts'
import { AmountField, writtenAmount } from '../../parts/amount-field.tsx'
import { useProductChoice } from '../../parts/use-product-choice.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { type Line, plainLine, totalOf } from './order-draft.ts'
import { texts } from './texts.ts'

interface ItemFieldsProps {
  readonly lines: readonly Line[]
  readonly setLines: (lines: readonly Line[]) => void
  readonly faultOf: (field: string) => string | undefined
}

export function ItemFields({ lines, setLines, faultOf }: ItemFieldsProps) {
  const own = useTexts(texts)
  const { say, money } = useSpeech()
  const { data: shop } = useAnswer('getShop')
  return (
    <Stack>
      {lines.map((line, index) => (
        <ItemLine
          key={line.id}
          line={line}
          onChange={(changed) => {
            setLines(lines.with(index, changed))
          }}
          onRemove={
            lines.length === 1
              ? undefined
              : () => {
                  setLines(lines.toSpliced(index, 1))
                }
          }
          productFault={faultOf(`items.${index}.product`) ?? (index === 0 ? faultOf('items') : undefined)}
          amountFault={faultOf(`items.${index}.amount`)}
        />
      ))}
      <Group justify="space-between">
        <Button
          variant="default"
          onClick={() => {
            setLines([...lines, plainLine()])
          }}
        >
          {own('addItem')}
        </Button>
        {shop !== undefined && (
          <Text role="status">
            {say('order.total')}: <b>{money(totalOf(lines), shop.currency)}</b>
          </Text>
        )}
      </Group>
    </Stack>
  )
}

interface ItemLineProps {
  readonly line: Line
  readonly onChange: (line: Line) => void
  /** Undefined: an order has at least one. */
  readonly onRemove: (() => void) | undefined
  readonly productFault: string | undefined
  readonly amountFault: string | undefined
}

function ItemLine({ line, onChange, onRemove, productFault, amountFault }: ItemLineProps) {
  const own = useTexts(texts)
  const { products, typed, setTyped } = useProductChoice()
  const isListed = line.product === null || products.some(({ name }) => name === line.product)
  const chosen = isListed ? [] : [{ value: line.product ?? '', label: line.title }]
  return (
    <Group align="flex-start" gap="xs">
      <Select
        label={own('product')}
        placeholder={own('choose')}
        required
        searchable
        nothingFoundMessage={own('noProduct')}
        flex={2}
        miw={200}
        searchValue={typed}
        onSearchChange={setTyped}
        data={[...chosen, ...products.map(({ name, title }) => ({ value: name, label: title }))]}
        value={line.product}
        onChange={(name) => {
          const { title = '', kind = '', price = 0 } = products.find((product) => product.name === name) ?? {}
          onChange({ ...line, product: name, title, kind, price })
        }}
        error={productFault}
      />
      <AmountField
        label={own('amount')}
        flex={1}
        miw={120}
        placeholder={line.product === null ? '' : writtenAmount(line.price)}
        value={line.amount}
        onChange={(event) => {
          onChange({ ...line, amount: event.currentTarget.value })
        }}
        error={amountFault}
      />
      {onRemove !== undefined && (
        <Button variant="default" mt={25} onClick={onRemove}>
          {own('remove')}
        </Button>
      )}
    </Group>
  )
}
