import { Button, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { PagesOf } from '../api/use-pages.ts'
import { Found } from './found.tsx'
import { PageHead } from './page-head.tsx'
import { SearchField } from './search-field.tsx'
import type { Address } from './use-address.ts'

interface ListPageProps<Row> {
  readonly title: string
  /** Where something new is made, and what that is called. */
  readonly create: { readonly to: string; readonly label: string }
  readonly search: string
  readonly address: Address
  readonly pages: PagesOf<Row>
  /** Said where the shop has none, and where none fits. */
  readonly empty: string
  readonly nothing: string
  readonly children: (rows: readonly Row[], isOld: boolean) => ReactNode
}

/** A page that lists things of one kind, finds some of them, and leads to making one. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { title, create, search, address, pages, empty, nothing, children } = props
  return (
    <Stack>
      <PageHead title={title}>
        <Button component={Link} href={create.to}>
          {create.label}
        </Button>
      </PageHead>
      <SearchField label={search} address={address} />
      <Found pages={pages} empty={address.get('q') === '' ? empty : nothing}>
        {children}
      </Found>
    </Stack>
  )
}
