/** What the shop sells. */
import { Table, Text } from '@mantine/core'
import { type RowOf, usePages } from '../api/use-pages.ts'
import { LinkedRow, RowLink } from '../parts/linked-row.tsx'
import { ListPage } from '../parts/list-page.tsx'
import { useAddress } from '../parts/use-address.ts'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { texts } from './products/texts.ts'

type Product = RowOf<'listProducts'>

export function ProductsPage() {
  const own = useTexts(texts)
  const address = useAddress()
  const pages = usePages('listProducts', { q: address.get('q') })
  return (
    <ListPage
      title={own('title')}
      create={{ to: '/products/edit', label: own('new') }}
      search={own('search')}
      address={address}
      pages={pages}
      empty={own('empty')}
      nothing={own('nothing')}
    >
      {(rows, isOld) => <Products rows={rows} isOld={isOld} />}
    </ListPage>
  )
}

function Products({ rows, isOld }: { readonly rows: readonly Product[]; readonly isOld: boolean }) {
  const own = useTexts(texts)
  const { money } = useSpeech()
  return (
    <Table highlightOnHover verticalSpacing="xs" aria-busy={isOld} opacity={isOld ? 0.6 : 1}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{own('product')}</Table.Th>
          <Table.Th visibleFrom="sm">{own('kind')}</Table.Th>
          <Table.Th ta="right">{own('price')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ number, name, title, kind, price, currency }) => (
          <LinkedRow key={number} to={productLink(name)}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <RowLink to={productLink(name)}>{title}</RowLink>
              <Text size="xs" c="dimmed">
                {name}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm" style={{ whiteSpace: 'nowrap' }}>
              {own(`kind.${kind}`)}
            </Table.Td>
            <Table.Td ta="right">{money(price, currency)}</Table.Td>
          </LinkedRow>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function productLink(name: string): string {
  return `/products/edit?name=${encodeURIComponent(name)}`
}
