import { Anchor, Group, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

interface PageHeadProps {
  readonly title: string
  /** Where the page belongs, for those who came from there. */
  readonly back?: { readonly to: string; readonly label: string }
  /** What can be done here, or how it stands. */
  readonly children?: ReactNode
}

/** The beginning of a page. */
export function PageHead({ title, back, children }: PageHeadProps) {
  return (
    <Stack gap="xs">
      {back !== undefined && (
        <Anchor component={Link} href={back.to}>
          ← {back.label}
        </Anchor>
      )}
      <Group justify="space-between" align="flex-end">
        <Title order={1} size="h2">
          {title}
        </Title>
        {children}
      </Group>
    </Stack>
  )
}
