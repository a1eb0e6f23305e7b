import { Card, Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface PartProps {
  readonly title: string
  /** What can be done with all of it: stands beside the title. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A framed part of a page. */
export function Part({ title, action, children }: PartProps) {
  return (
    <Card withBorder component="section">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Card>
  )
}
