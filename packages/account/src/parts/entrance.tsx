import { Card, Center, Group, Stack, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useSpeech } from '../texts/language.tsx'
import { Preferences } from './preferences.tsx'

/** The frame of pages for those who are not signed in. */
export function Entrance({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { say } = useSpeech()
  useDocumentTitle(`${title} · ${say('app.name')}`)
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
