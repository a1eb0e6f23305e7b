import { Badge } from '@mantine/core'
import type { OutputOf } from '../../api/operations.ts'
import { useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

type Delivery = OutputOf<'listDeliveries'>['data'][number]

const colors = { pending: 'yellow', delivered: 'teal', failed: 'red' } as const satisfies Record<
  Delivery['state'],
  string
>

export function DeliveryState({ state }: { readonly state: Delivery['state'] }) {
  const say = useTexts(texts)
  return (
    <Badge color={colors[state]} variant="dot" tt="none" miw="max-content">
      {say(`state.${state}`)}
    </Badge>
  )
}
