import { Alert, Button, NativeSelect, Stack, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
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
  const [draft, setDraft] = useState(() => draftOf(shop))
  const { send, isBusy, error, answer, faultOf, forget } = useChange('updateShop', { changes: ['getShop'] })

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
        send(changesIn(draft, shop))
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
          <Stack maw={520} align="stretch">
            {notifications.map((name) => (
              <TextInput
                key={name}
                type="url"
                label={say(`notify.${name}`)}
                error={faultOf(`notify.${name}`)}
                placeholder="https://shop.example.com/told.php"
                value={draft.notify[name]}
                onChange={(event) => {
                  change({ notify: { ...draft.notify, [name]: event.currentTarget.value } })
                }}
              />
            ))}
          </Stack>
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

/** Only what is new, so that nothing is undone that somebody else has changed meanwhile. */
function changesIn(draft: Draft, shop: Shop): Readonly<Record<string, unknown>> {
  const before = draftOf(shop)
  const said = textFields.filter((name) => draft[name] !== before[name])
  const told = notifications.filter((name) => draft.notify[name] !== before.notify[name])
  return {
    ...Object.fromEntries(said.map((name) => [name, draft[name] === '' ? null : draft[name]])),
    ...(draft.stale_reads === before.stale_reads ? {} : { stale_reads: draft.stale_reads }),
    ...(told.length === 0
      ? {}
      : {
          notify: Object.fromEntries(told.map((name) => [name, draft.notify[name] === '' ? null : draft.notify[name]])),
        }),
  }
}

/** The browser may know another list than the server. */
function withPresent(known: readonly string[], present: string): string[] {
  return known.includes(present) ? [...known] : [present, ...known]
}
