import { Code, Stack, Table, Text } from '@mantine/core'
import { useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

interface DeliveryContentProps {
  readonly content: string
  /** Of an old-style notification; otherwise it is JSON. */
  readonly isForm: boolean
}

/** What is sent, as people can read it. */
export function DeliveryContent({ content, isForm }: DeliveryContentProps) {
  const say = useTexts(texts)
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        {say('sentHint')}
      </Text>
      {isForm ? (
        <Fields fields={[...new URLSearchParams(content)].filter(([, value]) => value !== '')} />
      ) : (
        <Code block tabIndex={0} mah={480} style={{ overflow: 'auto' }}>
          {JSON.stringify(JSON.parse(content), undefined, 2)}
        </Code>
      )}
    </Stack>
  )
}

function Fields({ fields }: { readonly fields: readonly (readonly [string, string])[] }) {
  return (
    <Table withRowBorders={false} verticalSpacing={2} horizontalSpacing="xs" fz="sm">
      <Table.Tbody>
        {fields.map(([name, value], index) => (
          <Table.Tr key={index}>
            <Table.Th w={160} style={{ overflowWrap: 'anywhere', verticalAlign: 'top', fontWeight: 400 }}>
              <Text span size="sm" c="dimmed">
                {name}
              </Text>
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
