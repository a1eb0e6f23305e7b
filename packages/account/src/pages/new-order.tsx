/** An order that somebody takes by hand: by telephone, say. */
import { Fieldset, SimpleGrid, Stack } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useChange } from '../api/use-call.ts'
import { Form } from '../parts/form.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useDraft } from '../parts/use-draft.ts'
import { useTexts } from '../texts/language.tsx'
import { CustomerFields, DeliveryFields, FurtherFields } from './new-order/fields.tsx'
import { ItemFields } from './new-order/item-fields.tsx'
import { inputOf, type Line, plainLine, plainOrder } from './new-order/order-draft.ts'
import { texts } from './new-order/texts.ts'

export function NewOrderPage() {
  const own = useTexts(texts)
  const [, go] = useLocation()
  const draft = useDraft(plainOrder)
  const [lines, setLines] = useState<readonly Line[]>([plainLine()])
  const change = useChange('createOrder', {
    changes: ['listOrders', 'getSales', 'getCustomer'],
    onDone: ({ number }) => {
      go(`/orders/${number}`)
    },
  })
  const { faultOf } = change
  const isSent = lines.some(({ kind }) => kind === 'physical')
  return (
    <Stack>
      <PageHead title={own('title')} back={{ to: '/orders', label: own('back') }} />
      <Form
        change={change}
        submit={own('submit')}
        onSubmit={() => {
          change.send(inputOf(draft.values, lines))
        }}
      >
        <Fieldset legend={own('items')}>
          <ItemFields lines={lines} setLines={setLines} faultOf={faultOf} />
        </Fieldset>
        <Fieldset legend={own('customer')}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <CustomerFields draft={draft} faultOf={faultOf} isSent={isSent} />
          </SimpleGrid>
        </Fieldset>
        {isSent && (
          <Fieldset legend={own('delivery')}>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <DeliveryFields draft={draft} faultOf={faultOf} />
            </SimpleGrid>
          </Fieldset>
        )}
        <Fieldset legend={own('further')}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <FurtherFields draft={draft} faultOf={faultOf} />
          </SimpleGrid>
        </Fieldset>
      </Form>
    </Stack>
  )
}
