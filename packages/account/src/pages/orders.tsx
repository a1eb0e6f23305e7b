/** All orders, found while one types. What is looked for stands in the address, so that it can be sent as a link. */
import { Button, Group, Stack } from '@mantine/core'
import { Link } from 'wouter'
import { usePages } from '../api/use-pages.ts'
import { Found } from '../parts/found.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { dayAfter, startOfDay } from '../parts/shop-time.ts'
import { type Address, useAddress } from '../parts/use-address.ts'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { filterNames, OrderFilters, statusesIn } from './orders/order-filters.tsx'
import { OrderRows } from './orders/order-rows.tsx'
import { SavedViews } from './orders/saved-views.tsx'
import { texts } from './orders/texts.ts'

export function OrdersPage() {
  const own = useTexts(texts)
  const address = useAddress()
  const { timeZone } = useSpeech()
  const found = usePages('listOrders', searchIn(address, timeZone))
  const isFiltered = filterNames.some((name) => address.get(name) !== '')
  return (
    <Stack>
      <PageHead title={own('title')}>
        <Group gap="xs">
          <SavedViews />
          <Button component={Link} href="/orders/new">
            {own('new')}
          </Button>
        </Group>
      </PageHead>
      <OrderFilters address={address} />
      <Found pages={found} empty={own(isFiltered ? 'nothing' : 'empty')}>
        {(orders, isOld) => <OrderRows orders={orders} isOld={isOld} pages={found} />}
      </Found>
    </Stack>
  )
}

/** As many as can be scrolled over before the next ones are there. */
const limit = 100

function searchIn({ get }: Address, timeZone: string): Readonly<Record<string, unknown>> {
  return {
    q: get('q'),
    status: statusesIn(get('status')),
    product: get('product'),
    tag: get('tag'),
    created_from: startOfDay(get('from'), timeZone),
    created_until: startOfDay(dayAfter(get('until')), timeZone),
    deleted: get('deleted'),
    sort: get('sort'),
    limit,
  }
}
