import { Alert, Button, Code, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { type BadLine, fileOf } from './bad-lines.ts'
import { texts } from './texts.ts'
import type { ImportOutcome } from './use-import.ts'

interface ImportOutcomeProps {
  readonly outcome: ImportOutcome
  readonly onAnother: () => void
}

export function ImportOutcomeView({ outcome: { report, badLines }, onAnother }: ImportOutcomeProps) {
  const say = useTexts(texts)
  return (
    <Stack>
      {report === null ? (
        <Alert color="red" role="alert">
          {say('refused')}
        </Alert>
      ) : (
        <Report report={report} />
      )}
      {badLines.length > 0 && <BadLines lines={badLines} />}
      <Group>
        <Button variant="default" onClick={onAnother}>
          {say('another')}
        </Button>
      </Group>
    </Stack>
  )
}

function Report({ report }: { readonly report: NonNullable<ImportOutcome['report']> }) {
  const say = useTexts(texts)
  const counts = (['added', 'updated', 'same', 'rejected'] as const).filter((name) => report[name] > 0)
  if (counts.length === 0) {
    return (
      <Alert color="yellow" role="status">
        {say('noOrders')}
      </Alert>
    )
  }
  return (
    <Alert color="teal" role="status" title={say(report.added + report.updated > 0 ? 'done' : 'nothingNew')}>
      {counts.map((name) => (
        <Text key={name} size="sm">
          {say(name, { count: report[name] })}
        </Text>
      ))}
    </Alert>
  )
}

/** The server names no more. */
const mostNamed = 1_000
const longestShown = 300

function BadLines({ lines }: { readonly lines: readonly BadLine[] }) {
  const say = useTexts(texts)
  const { refusal } = useSpeech()
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3} size="h5">
          {say('badTitle')}
        </Title>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            save(fileOf(lines), 'wrong-lines.ndjson')
          }}
        >
          {say('saveBad')}
        </Button>
      </Group>
      {lines.length >= mostNamed && <Text size="sm">{say('badFirst')}</Text>}
      <Table.ScrollContainer minWidth={320} mah={480}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('line')}</Table.Th>
              <Table.Th>{say('reason')}</Table.Th>
              <Table.Th visibleFrom="sm">{say('content')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ line, detail, text }) => (
              <Table.Tr key={line}>
                <Table.Td>{line}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{refusal(detail)}</Table.Td>
                <Table.Td visibleFrom="sm">
                  <Code style={{ overflowWrap: 'anywhere' }}>{text.slice(0, longestShown)}</Code>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
