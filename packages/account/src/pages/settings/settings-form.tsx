import { Alert, Button, NativeSelect, Stack, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { changesBetween } from '../../parts/changes-between.ts'
import { Part } from '../../parts/part.tsx'
import { Refusal } from '../../parts/refusal.tsx'
import { languages, useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

type Shop = OutputOf<'getShop'>
type Notify = keyof Shop['notify']

/** What is typed; '' for null. */
type Draft = Readonly<Record<TextField, string>> & {
  readonly stale_reads: boolean
  readonly notify: Readonly<Record<Notify, string>>
}

const textFields = ['title', 'language', 'time_zone', 'currency', 'payment_url'] as const
type TextField = (typeof textFields)[number]
/** Stand in the address as they are. */
const placeholders = { number: '{number}', sum: '{sum}', email: '{email}', token: '{token}' }
const notifications = ['created', 'paid', 'prepaid', 'cancelled', 'returned'] as const

export function SettingsForm({ shop }: { readonly shop: Shop }) {
  const say = useTexts(texts)
  const { say: sayAll } = useSpeech()
  const [before, setBefore] = useState(() => draftOf(shop))
  const [draft, setDraft] = useState(before)
  const { send, isBusy, error, answer, faultOf, forget } = useChange('updateShop', {
    changes: ['getShop', 'me'],
    onDone(changed) {
      setBefore(draftOf(changed))
    },
  })

  const change = (values: Partial<Draft>): void => {
    setDraft({ ...draft, ...values })
    forget()
  }
  const field = (name: TextField) => ({
    label: say(name),
    error: faultOf(name),
    value: draft[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      change({ [name]: event.currentTarget.value })
    },
  })

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send(changesBetween(inputOf(before), inputOf(draft)))
      }}
    >
      <Stack>
        <Part title={say('shop')}>
          <Stack maw={520} align="stretch">
            <TextInput {...field('title')} placeholder={shop.login} maxLength={100} description={say('titleWhat')} />
            <NativeSelect
              {...field('language')}
              description={say('languageWhat')}
              data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            />
            <NativeSelect
              {...field('time_zone')}
              description={say('zoneWhat')}
              data={withPresent(Intl.supportedValuesOf('timeZone'), shop.time_zone)}
            />
            <NativeSelect
              {...field('currency')}
              description={say('currencyWhat')}
              data={withPresent(Intl.supportedValuesOf('currency'), shop.currency)}
            />
            <TextInput {...field('payment_url')} type="url" description={say('paymentWhat', placeholders)} />
          </Stack>
        </Part>
        <Part title={say('notify')}>
          <Told
            told={draft.notify}
            faultOf={faultOf}
            onChange={(notify) => {
              change({ notify })
            }}
          />
        </Part>
        <Part title={say('reads')}>
          <Switch
            label={say('stale')}
            description={say('staleWhat')}
            checked={draft.stale_reads}
            onChange={(event) => {
              change({ stale_reads: event.currentTarget.checked })
            }}
          />
        </Part>
        <Refusal error={error} />
        {answer !== undefined && (
          <Alert color="teal" role="status">
            {sayAll('common.saved')}
          </Alert>
        )}
        <Button type="submit" loading={isBusy} style={{ alignSelf: 'flex-start' }}>
          {sayAll('common.save')}
        </Button>
      </Stack>
    </form>
  )
}

interface ToldProps {
  readonly told: Draft['notify']
  readonly faultOf: (field: string) => string | undefined
  readonly onChange: (told: Draft['notify']) => void
}

/** Which scripts are told of orders. */
function Told({ told, faultOf, onChange }: ToldProps) {
  const say = useTexts(texts)
  return (
    <Stack maw={520} align="stretch">
      {notifications.map((name) => (
        <TextInput
          key={name}
          type="url"
          label={say(`notify.${name}`)}
          error={faultOf(`notify.${name}`)}
          placeholder="https://shop.example.com/told.php"
          value={told[name]}
          onChange={(event) => {
            onChange({ ...told, [name]: event.currentTarget.value })
          }}
        />
      ))}
    </Stack>
  )
}

function draftOf(shop: Shop): Draft {
  const { title, language, time_zone, currency, payment_url, stale_reads, notify } = shop
  return {
    title: title ?? '',
    language,
    time_zone,
    currency,
    payment_url: payment_url ?? '',
    stale_reads,
    notify: {
      created: notify.created ?? '',
      paid: notify.paid ?? '',
      prepaid: notify.prepaid ?? '',
      cancelled: notify.cancelled ?? '',
      returned: notify.returned ?? '',
    },
  }
}

function inputOf(draft: Draft): Readonly<Record<string, unknown>> {
  return {
    ...Object.fromEntries(textFields.map((name) => [name, nullFor(draft[name])])),
    stale_reads: draft.stale_reads,
    notify: Object.fromEntries(notifications.map((name) => [name, nullFor(draft.notify[name])])),
  }
}

function nullFor(text: string): string | null {
  return text === '' ? null : text
}

/** The browser may know another list than the server. */
function withPresent(known: readonly string[], present: string): string[] {
  return known.includes(present) ? [...known] : [present, ...known]
}
