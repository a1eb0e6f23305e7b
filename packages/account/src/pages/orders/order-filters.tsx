import { Button, Checkbox, Chip, Collapse, Group, NativeSelect, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { SearchField } from '../../parts/search-field.tsx'
import { type Address, useTyped } from '../../parts/use-address.ts'
import { useProductChoice } from '../../parts/use-product-choice.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { searchId } from './use-keys.ts'
import { texts } from './texts.ts'

const statuses = ['waiting', 'paid', 'cancelled', 'returned'] as const
const further = ['product', 'tag', 'from', 'until', 'deleted'] as const
/** Those by which there may be fewer orders. */
export const filterNames = ['q', 'status', ...further] as const

export function OrderFilters({ address }: { readonly address: Address }) {
  const own = useTexts(texts)
  const used = further.filter((name) => address.get(name) !== '').length
  const [isOpen, { toggle }] = useDisclosure(used > 0)
  return (
    <>
      <Group align="flex-end">
        <SearchField id={searchId} label={own('search')} address={address} />
        <Sort address={address} />
        <Button variant="default" aria-expanded={isOpen} aria-controls={furtherId} onClick={toggle}>
          {used === 0 ? own('filters') : own('filtersUsed', { used })}
        </Button>
      </Group>
      <Statuses address={address} />
      <Collapse expanded={isOpen} id={furtherId}>
        <FurtherFilters address={address} />
      </Collapse>
    </>
  )
}

const furtherId = 'order-filters'

/** Of an address: those that are known, without commas between them. */
export function statusesIn(text: string): readonly string[] {
  return statuses.filter((status) => text.split(',').includes(status))
}

/** None chosen: any. */
function Statuses({ address }: { readonly address: Address }) {
  const { say } = useSpeech()
  return (
    <Chip.Group
      multiple
      value={[...statusesIn(address.get('status'))]}
      onChange={(chosen) => {
        address.set({ status: chosen.join(',') })
      }}
    >
      <Group gap="xs" role="group" aria-label={say('order.status')}>
        {statuses.map((status) => (
          <Chip key={status} value={status} size="sm">
            {say(`status.${status}`)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
}

function Sort({ address }: { readonly address: Address }) {
  const own = useTexts(texts)
  return (
    <NativeSelect
      label={own('sort')}
      {...bound(address, 'sort')}
      data={[
        { value: '', label: own('sort.newest') },
        { value: 'created_at', label: own('sort.oldest') },
        { value: '-paid_at', label: own('sort.paid') },
        { value: '-number', label: own('sort.highest') },
        { value: 'number', label: own('sort.lowest') },
      ]}
    />
  )
}

function FurtherFilters({ address }: { readonly address: Address }) {
  const own = useTexts(texts)
  const tag = useTyped('tag', address)
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
      <ProductFilter address={address} />
      <TextInput
        label={own('tag')}
        value={tag.typed}
        onChange={(event) => {
          tag.setTyped(event.currentTarget.value)
        }}
      />
      <TextInput type="date" label={own('from')} {...bound(address, 'from')} />
      <TextInput type="date" label={own('until')} {...bound(address, 'until')} />
      <Checkbox
        label={own('deleted')}
        checked={address.get('deleted') === 'true'}
        onChange={(event) => {
          address.set({ deleted: event.currentTarget.checked ? 'true' : '' })
        }}
      />
    </SimpleGrid>
  )
}

function ProductFilter({ address }: { readonly address: Address }) {
  const own = useTexts(texts)
  const { products, typed, setTyped } = useProductChoice()
  const name = address.get('product')
  const isListed = name === '' || products.some((product) => product.name === name)
  return (
    <Select
      label={own('product')}
      placeholder={own('any')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': own('clear') }}
      nothingFoundMessage={own('noProduct')}
      searchValue={typed}
      onSearchChange={setTyped}
      data={[
        ...(isListed ? [] : [{ value: name, label: name }]),
        ...products.map((product) => ({ value: product.name, label: product.title })),
      ]}
      value={name === '' ? null : name}
      onChange={(chosen) => {
        address.set({ product: chosen ?? '' })
      }}
    />
  )
}

function bound({ get, set }: Address, name: string) {
  return {
    value: get(name),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      set({ [name]: event.currentTarget.value })
    },
  }
}
