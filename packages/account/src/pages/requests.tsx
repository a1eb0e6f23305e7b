/** What was asked of the shop's APIs lately, as it happens; with the reason where a signature was wrong. For owners. */
import { Badge, Group, NativeSelect, Stack, Switch, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { type RowOf, usePages } from '../api/use-pages.ts'
import { functionNames, routes } from '../generated/routes.ts'
import { ApiNavigation } from '../parts/api-navigation.tsx'
import { Found } from '../parts/found.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { codeText } from './requests/code-text.ts'
import { texts } from './requests/texts.ts'

type Request = RowOf<'listRequests'>

const outcomes = ['ok', 'refused', 'failed'] as const
const colors = { ok: 'teal', refused: 'yellow', failed: 'red' } as const
/** The server itself writes what was asked every two seconds. */
const everyMs = 2_500

export function RequestsPage() {
  const say = useTexts(texts)
  const [params, setParams] = useSearchParams()
  const [isLive, setIsLive] = useState(true)
  const given = { operation: params.get('function') ?? '', outcome: params.get('outcome') ?? '' }
  const pages = usePages('listRequests', given, { everyMs: isLive ? everyMs : undefined })
  const isFiltered = given.operation !== '' || given.outcome !== ''

  const choose = (name: string, value: string): void => {
    setParams((before) => {
      const next = new URLSearchParams(before)
      if (value === '') next.delete(name)
      else next.set(name, value)
      return next
    })
  }

  return (
    <Stack>
      <PageHead title={say('title')}>
        <ApiNavigation />
      </PageHead>
      <Group align="flex-end">
        <NativeSelect
          label={say('function')}
          value={given.operation}
          onChange={(event) => {
            choose('function', event.currentTarget.value)
          }}
          data={[
            { value: '', label: say('any') },
            { group: say('orderApi'), items: [...functionNames] },
            { group: say('v1'), items: Object.keys(routes) },
          ]}
        />
        <NativeSelect
          label={say('outcome')}
          value={given.outcome}
          onChange={(event) => {
            choose('outcome', event.currentTarget.value)
          }}
          data={[{ value: '', label: say('any') }, ...outcomes.map((value) => ({ value, label: say(value) }))]}
        />
        <Switch
          label={say('live')}
          checked={isLive}
          mb={8}
          onChange={(event) => {
            setIsLive(event.currentTarget.checked)
          }}
        />
      </Group>
      <Found pages={pages} empty={say(isFiltered ? 'nothing' : 'empty')}>
        {(requests, isOld) => <RequestTable requests={requests} isOld={isOld} />}
      </Found>
    </Stack>
  )
}

function RequestTable({ requests, isOld }: { readonly requests: readonly Request[]; readonly isOld: boolean }) {
  const say = useTexts(texts)
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing="xs" aria-busy={isOld} opacity={isOld ? 0.6 : 1}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('when')}</Table.Th>
            <Table.Th>{say('function')}</Table.Th>
            <Table.Th>{say('outcome')}</Table.Th>
            <Table.Th ta="right">{say('took')}</Table.Th>
            <Table.Th>{say('from')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {requests.map((request) => (
            <RequestRow key={request.number} request={request} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function RequestRow({ request }: { readonly request: Request }) {
  const say = useTexts(texts)
  const { language, number, timeZone } = useSpeech()
  const {
    happened_at: at,
    operation,
    outcome,
    milliseconds,
    address,
    caller,
    signature_fault: fault,
    skipped,
  } = request
  const clock = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'medium', timeZone })
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        <Text size="xs">{clock.format(new Date(at))}</Text>
        {skipped > 0 && (
          <Text size="xs" c="dimmed">
            {say('skipped', { skipped })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{operation ?? say('noFunction')}</Text>
      </Table.Td>
      <Table.Td>
        <Badge color={colors[outcome]} variant="dot" tt="none" miw="max-content">
          {codeText(request) ?? say(outcome)}
        </Badge>
        {fault !== null && (
          <Text size="xs" maw={420} mt={4}>
            {say(`fault.${fault}`)}
          </Text>
        )}
        {caller === 'previous key' && (
          <Text size="xs" maw={420} mt={4}>
            {say('previousKey')}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        <Text size="xs" style={{ whiteSpace: 'nowrap' }}>
          {say('ms', { ms: number(Number(milliseconds.toPrecision(3))) })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="xs">{address}</Text>
        {caller?.startsWith('token ') === true && (
          <Text size="xs" c="dimmed">
            {caller}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
