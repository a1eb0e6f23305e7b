import { Card, Text } from '@mantine/core'

/** One number that says much. */
export function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Card withBorder padding="sm">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fw={700} fz={{ base: 'md', sm: 'lg' }} style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    </Card>
  )
}
