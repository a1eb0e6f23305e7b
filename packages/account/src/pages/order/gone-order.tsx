import { Alert, Button, Group, Skeleton, Text } from '@mantine/core'
import { useAnswer } from '../../api/use-call.ts'
import { useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'
import { useOrderChange } from './use-order-change.ts'

/** What is not there may have been deleted, and then can be had back. */
export function GoneOrder({ number }: { readonly number: string }) {
  const own = useTexts(texts)
  const { data, error } = useAnswer('listOrders', { number, deleted: 'true' })
  const restoring = useOrderChange(number)
  if (data === undefined && error === null) return <Skeleton height={60} />
  if (data === undefined || data.data.length === 0) return <Alert color="yellow">{own('gone', { number })}</Alert>
  return (
    <Alert color="teal" role="status">
      <Group>
        <Text>{own('deleted', { number })}</Text>
        <Button
          variant="default"
          loading={restoring.isBusy}
          onClick={() => {
            restoring.change('restoreOrder')
          }}
        >
          {own('undo')}
        </Button>
      </Group>
    </Alert>
  )
}
