/** Discounts that customers get by a code. */
import { Table } from '@mantine/core'
import { type RowOf, usePages } from '../api/use-pages.ts'
import { LinkedRow, RowLink } from '../parts/linked-row.tsx'
import { ListPage } from '../parts/list-page.tsx'
import { useAddress } from '../parts/use-address.ts'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { texts } from './coupons/texts.ts'

type Coupon = RowOf<'listCoupons'>

export function CouponsPage() {
  const own = useTexts(texts)
  const address = useAddress()
  const pages = usePages('listCoupons', { q: address.get('q') })
  return (
    <ListPage
      title={own('title')}
      create={{ to: '/coupons/edit', label: own('new') }}
      search={own('search')}
      address={address}
      pages={pages}
      empty={own('empty')}
      nothing={own('nothing')}
    >
      {(rows, isOld) => <Coupons rows={rows} isOld={isOld} />}
    </ListPage>
  )
}

function Coupons({ rows, isOld }: { readonly rows: readonly Coupon[]; readonly isOld: boolean }) {
  const own = useTexts(texts)
  const { time } = useSpeech()
  return (
    <Table highlightOnHover verticalSpacing="xs" aria-busy={isOld} opacity={isOld ? 0.6 : 1}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{own('code')}</Table.Th>
          <Table.Th>{own('discount')}</Table.Th>
          <Table.Th visibleFrom="sm">{own('until')}</Table.Th>
          <Table.Th visibleFrom="md">{own('partner')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((coupon) => (
          <LinkedRow key={coupon.number} to={couponLink(coupon.code)}>
            <Table.Td>
              <RowLink to={couponLink(coupon.code)}>{coupon.code}</RowLink>
            </Table.Td>
            <Table.Td>
              <Discount coupon={coupon} />
            </Table.Td>
            <Table.Td visibleFrom="sm" style={{ whiteSpace: 'nowrap' }}>
              {coupon.valid_until === null ? '' : time(coupon.valid_until)}
            </Table.Td>
            <Table.Td visibleFrom="md" style={{ overflowWrap: 'anywhere' }}>
              {coupon.partner ?? ''}
            </Table.Td>
          </LinkedRow>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Discount({ coupon: { percent, amount, currency } }: { readonly coupon: Coupon }) {
  const { number, money } = useSpeech()
  return percent === null ? money(amount ?? 0, currency) : `${number(percent)} %`
}

function couponLink(code: string): string {
  return `/coupons/edit?code=${encodeURIComponent(code)}`
}
