import { Card, Center, Group, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Preferences } from './preferences.tsx'

/** The frame of pages for those who are not signed in. */
export function Entrance({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Center mih="100dvh" p="md">
      <Stack w="100%" maw={400}>
        <Group justify="flex-end">
          <Preferences />
        </Group>
        <Card withBorder padding="lg" component="main">
          <Title order={1} size="h2" mb="md">
            {title}
          </Title>
          {children}
        </Card>
      </Stack>
    </Center>
  )
}
