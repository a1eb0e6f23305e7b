/** Tokens of API v1: what each may do, and how to end it. */
import { Alert, Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { type RowOf, usePages } from '../../api/use-pages.ts'
import { Copyable } from '../../parts/copyable.tsx'
import { Found } from '../../parts/found.tsx'
import { Part } from '../../parts/part.tsx'
import { Question } from '../../parts/question.tsx'
import { Refusal } from '../../parts/refusal.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { NewToken } from './new-token.tsx'
import { texts } from './texts.ts'

type Token = RowOf<'listTokens'>

export function Tokens() {
  const say = useTexts(texts)
  const [isOpen, setIsOpen] = useState(false)
  const [made, setMade] = useState<OutputOf<'createToken'>>()
  const pages = usePages('listTokens', {})
  return (
    <Part
      title={say('tokens')}
      action={
        <Button
          variant="default"
          onClick={() => {
            setIsOpen(true)
          }}
        >
          {say('tokenNew')}
        </Button>
      }
    >
      <Stack>
        <Text>{say('tokensWhat')}</Text>
        {made !== undefined && (
          <Made
            token={made}
            onDone={() => {
              setMade(undefined)
            }}
          />
        )}
        <Found pages={pages} empty={say('tokensNone')}>
          {(tokens) => <TokenTable tokens={tokens} />}
        </Found>
      </Stack>
      <NewToken
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false)
        }}
        onMade={(token) => {
          setIsOpen(false)
          setMade(token)
        }}
      />
    </Part>
  )
}

/** Its text is told this once. */
function Made({ token, onDone }: { readonly token: OutputOf<'createToken'>; readonly onDone: () => void }) {
  const say = useTexts(texts)
  return (
    <Alert
      color="teal"
      role="status"
      title={say('tokenMade', { name: token.name })}
      style={{ overflowWrap: 'anywhere' }}
      styles={{ label: { overflow: 'visible', whiteSpace: 'normal' } }}
    >
      <Stack align="stretch">
        <Text size="sm">{say('tokenOnce')}</Text>
        <Copyable text={token.token} label={token.name} />
        <Button variant="default" onClick={onDone} style={{ alignSelf: 'flex-start' }}>
          {say('tokenKept')}
        </Button>
      </Stack>
    </Alert>
  )
}

function TokenTable({ tokens }: { readonly tokens: readonly Token[] }) {
  const say = useTexts(texts)
  const [asked, setAsked] = useState<Token>()
  const { send, isBusy, error } = useChange('revokeToken', { changes: ['listTokens'] })
  return (
    <>
      <Refusal error={error} />
      <Table.ScrollContainer minWidth={460}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('tokenName')}</Table.Th>
              <Table.Th>{say('tokenScopes')}</Table.Th>
              <Table.Th visibleFrom="sm">{say('tokenUsed')}</Table.Th>
              <Table.Th>{say('tokenEnds')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tokens.map((token) => (
              <TokenRow key={token.number} token={token} isBusy={isBusy} onRevoke={setAsked} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Question
        asked={asked && { title: say('revoke'), text: say('revokeWhat', { name: asked.name }) }}
        onNo={() => {
          setAsked(undefined)
        }}
        onYes={() => {
          if (asked !== undefined) send({ number: asked.number })
          setAsked(undefined)
        }}
      />
    </>
  )
}

interface TokenRowProps {
  readonly token: Token
  readonly isBusy: boolean
  readonly onRevoke: (token: Token) => void
}

function TokenRow({ token, isBusy, onRevoke }: TokenRowProps) {
  const say = useTexts(texts)
  const { time } = useSpeech()
  const { name, scopes, allowed_addresses: addresses, last_used_at: used, last_used_from: from } = token
  const ended = endOf(token)
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600} maw={280} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        {addresses.length > 0 && (
          <Text size="xs" c="dimmed">
            {addresses.join(', ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="xs" maw={280}>
          {scopes.join(', ')}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="xs">{used === null ? say('tokenUnused') : `${time(used)} · ${from ?? ''}`}</Text>
      </Table.Td>
      <Table.Td>
        {ended === undefined ? (
          <Text size="xs">{token.expires_at === null ? say('tokenEndless') : time(token.expires_at)}</Text>
        ) : (
          <Badge variant="default" tt="none" miw="max-content">
            {say(ended)}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        <Group justify="flex-end">
          {ended === undefined && (
            <Button
              variant="default"
              size="xs"
              loading={isBusy}
              aria-label={`${say('revoke')}: ${name}`}
              onClick={() => {
                onRevoke(token)
              }}
            >
              {say('revoke')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

function endOf({ revoked_at: revoked, expires_at: expires }: Token): 'tokenRevoked' | 'tokenExpired' | undefined {
  if (revoked !== null) return 'tokenRevoked'
  return expires !== null && Date.parse(expires) <= Date.now() ? 'tokenExpired' : undefined
}
