import { Anchor, Table, type TableTrProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'

interface LinkedRowProps extends Omit<TableTrProps, 'onClick'> {
  readonly to: string
  readonly children: ReactNode
}

/** A row that opens a page: its name is the link, and the rest of it can be clicked, too. */
export function LinkedRow({ to, children, ...rest }: LinkedRowProps) {
  const [, go] = useLocation()
  return (
    <Table.Tr
      style={{ cursor: 'pointer' }}
      {...rest}
      onClick={(event) => {
        // The link goes there by itself, in a new tab too.
        if (event.target instanceof Element && event.target.closest('a') === null) go(to)
      }}
    >
      {children}
    </Table.Tr>
  )
}

export function RowLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Anchor component={Link} href={to} fw={600} underline="always" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Anchor>
  )
}
