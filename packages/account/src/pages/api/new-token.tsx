/** Asks what a new token is for, and how far it may go. */
import { Button, Group, Modal, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { scopes } from '../../generated/routes.ts'
import { Refusal } from '../../parts/refusal.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { linesIn } from './lines.ts'
import { texts } from './texts.ts'

interface NewTokenProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onMade: (token: OutputOf<'createToken'>) => void
}

export function NewToken({ isOpen, onClose, onMade }: NewTokenProps) {
  const say = useTexts(texts)
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('tokenNew')} withCloseButton={false} size="lg">
      {/* Made anew each time: nothing of the last one stays. */}
      {isOpen && <Draft onClose={onClose} onMade={onMade} />}
    </Modal>
  )
}

/** What most programs need: to look. */
const usual: Readonly<Record<string, string>> = { orders: 'orders:read', products: 'products:read' }
const dayMs = 86_400_000
const lives = [90, 365, 30, 0] as const

function Draft({ onClose, onMade }: Omit<NewTokenProps, 'isOpen'>) {
  const say = useTexts(texts)
  const { say: sayAll } = useSpeech()
  const [name, setName] = useState('')
  const [granted, setGranted] = useState(usual)
  const [addresses, setAddresses] = useState('')
  // The same for both clicks of a double click.
  const [opened] = useState(() => Date.now())
  const [life, setLife] = useState<number>(lives[0])
  const { send, isBusy, error, faultOf } = useChange('createToken', { changes: ['listTokens'], onDone: onMade })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send({
          name,
          scopes: Object.values(granted).flatMap((given) => given.split(' ').filter((scope) => scope !== '')),
          allowed_addresses: linesIn(addresses),
          expires_at: life === 0 ? null : new Date(opened + life * dayMs).toISOString(),
        })
      }}
    >
      <Stack>
        <TextInput
          label={say('tokenName')}
          description={say('tokenNameWhat')}
          required
          data-autofocus
          maxLength={100}
          error={faultOf('name')}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value)
          }}
        />
        <Scopes granted={granted} onChange={setGranted} />
        <NativeSelect
          label={say('tokenLife')}
          value={life}
          onChange={(event) => {
            setLife(Number(event.currentTarget.value))
          }}
          data={lives.map((days) => ({
            value: String(days),
            label: days === 0 ? say('tokenEndless') : say('days', { days }),
          }))}
        />
        <Textarea
          label={say('addressesLabel')}
          description={say('tokenAddressesWhat')}
          autosize
          minRows={2}
          value={addresses}
          onChange={(event) => {
            setAddresses(event.currentTarget.value)
          }}
        />
        <Refusal error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sayAll('common.close')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {say('tokenMake')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** By noun: of `orders:read` and `orders:write` one is enough, as writing includes reading. */
const scopesByNoun = Map.groupBy(scopes, (scope) => scope.split(':')[0] ?? '')
/** What is of no use without another. */
const together: Readonly<Record<string, string>> = { 'mcp:contacts': 'mcp mcp:contacts' }

interface ScopesProps {
  /** By noun; '': nothing. */
  readonly granted: Readonly<Record<string, string>>
  readonly onChange: (granted: Readonly<Record<string, string>>) => void
}

function Scopes({ granted, onChange }: ScopesProps) {
  const say = useTexts(texts)
  return (
    <Stack gap="xs" component="fieldset" bd={0} p={0} m={0}>
      <legend>{say('tokenScopes')}</legend>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="xs">
        {[...scopesByNoun].map(([noun, own]) => (
          <NativeSelect
            key={noun}
            size="xs"
            label={say(`noun.${noun}` as keyof typeof texts.en)}
            value={granted[noun] ?? ''}
            onChange={(event) => {
              onChange({ ...granted, [noun]: event.currentTarget.value })
            }}
            data={[
              { value: '', label: say('may.nothing') },
              ...own.map((scope) => ({
                value: together[scope] ?? scope,
                label: say(`may.${scope.split(':')[1] ?? 'use'}` as keyof typeof texts.en),
              })),
            ]}
          />
        ))}
      </SimpleGrid>
    </Stack>
  )
}
