import { Anchor, Group, Stack, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useSpeech } from '../texts/language.tsx'

interface PageHeadProps {
  readonly title: string
  /** Where the page belongs, for those who came from there. */
  readonly back?: { readonly to: string; readonly label: string }
  /** What can be done here, or how it stands. */
  readonly children?: ReactNode
}

/** The beginning of a page. */
export function PageHead({ title, back, children }: PageHeadProps) {
  const { say } = useSpeech()
  useDocumentTitle(`${title} · ${say('app.name')}`)
  return (
    <Stack gap="xs">
      {back !== undefined && (
        <Anchor component={Link} href={back.to}>
          ← {back.label}
        </Anchor>
      )}
      <Group justify="space-between" align="flex-end">
        <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {children}
      </Group>
    </Stack>
  )
}
