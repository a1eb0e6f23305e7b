/** What was told to whom: waiting, failed and done. What is looked for stands in the address. */
import { Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core'
import { useSearchParams } from 'wouter'
import { useAnswer } from '../api/use-call.ts'
import { usePages } from '../api/use-pages.ts'
import { Found } from '../parts/found.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../texts/language.tsx'
import { DeliveryTable } from './deliveries/delivery-table.tsx'
import { RetryMany } from './deliveries/retry-many.tsx'
import { texts } from './deliveries/texts.ts'

const states = ['', 'failed', 'pending', 'delivered'] as const
/** What is on its way arrives while one looks. */
const everyMs = 5_000

export function DeliveriesPage() {
  const say = useTexts(texts)
  const [params, setParams] = useSearchParams()
  const { data: endpoints } = useAnswer('listWebhookEndpoints')
  const state = params.get('state') ?? ''
  const endpoint = params.get('endpoint') ?? ''
  const found = usePages('listDeliveries', { state, endpoint }, { everyMs })

  const set = (name: string, value: string): void => {
    setParams((before) => {
      const after = new URLSearchParams(before)
      if (value === '') after.delete(name)
      else after.set(name, value)
      return after
    })
  }

  return (
    <Stack>
      <PageHead title={say('title')}>
        <RetryMany />
      </PageHead>
      <Text size="sm">{say('intro')}</Text>
      <Group align="flex-end">
        <SegmentedControl
          aria-label={say('state')}
          value={state}
          onChange={(value) => {
            set('state', value)
          }}
          data={states.map((value) => ({ value, label: say(`state.${value}`) }))}
        />
        {endpoints !== undefined && endpoints.data.length > 0 && (
          <NativeSelect
            label={say('receiver')}
            value={endpoint}
            onChange={(event) => {
              set('endpoint', event.currentTarget.value)
            }}
            data={[
              { value: '', label: say('receiverAny') },
              ...endpoints.data.map(({ number, url }) => ({ value: String(number), label: `${number}: ${url}` })),
            ]}
          />
        )}
      </Group>
      <Found pages={found} empty={say(state === '' && endpoint === '' ? 'empty' : 'nothing')}>
        {(deliveries, isOld) => <DeliveryTable deliveries={deliveries} isOld={isOld} />}
      </Found>
    </Stack>
  )
}
