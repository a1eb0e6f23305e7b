/** Those who bring customers and earn by it. */
import { Table } from '@mantine/core'
import { type RowOf, usePages } from '../api/use-pages.ts'
import { LinkedRow, RowLink } from '../parts/linked-row.tsx'
import { ListPage } from '../parts/list-page.tsx'
import { useAddress } from '../parts/use-address.ts'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { texts } from './partners/texts.ts'

type Partner = RowOf<'listPartners'>

export function PartnersPage() {
  const own = useTexts(texts)
  const address = useAddress()
  const pages = usePages('listPartners', { q: address.get('q') })
  return (
    <ListPage
      title={own('title')}
      create={{ to: '/partners/edit', label: own('new') }}
      search={own('search')}
      address={address}
      pages={pages}
      empty={own('empty')}
      nothing={own('nothing')}
    >
      {(rows, isOld) => <Partners rows={rows} isOld={isOld} />}
    </ListPage>
  )
}

function Partners({ rows, isOld }: { readonly rows: readonly Partner[]; readonly isOld: boolean }) {
  const own = useTexts(texts)
  const { number: written } = useSpeech()
  return (
    <Table highlightOnHover verticalSpacing="xs" aria-busy={isOld} opacity={isOld ? 0.6 : 1}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{own('login')}</Table.Th>
          <Table.Th>{own('percent')}</Table.Th>
          <Table.Th>{own('parent')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ number, login, percent, parent }) => (
          <LinkedRow key={number} to={partnerLink(login)}>
            <Table.Td>
              <RowLink to={partnerLink(login)}>{login}</RowLink>
            </Table.Td>
            <Table.Td>{written(percent)} %</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{parent ?? ''}</Table.Td>
          </LinkedRow>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function partnerLink(login: string): string {
  return `/partners/edit?login=${encodeURIComponent(login)}`
}
