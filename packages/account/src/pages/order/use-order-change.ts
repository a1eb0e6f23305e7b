/** Changes an order, and has everything that shows it look again. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/operations.ts'
import { useSession } from '../../session/session.tsx'

export type Change = 'payOrder' | 'cancelOrder' | 'returnOrder' | 'sendOrder' | 'deleteOrder' | 'restoreOrder'

export function useOrderChange(number: string) {
  const { shop } = useSession()
  const client = useQueryClient()
  const deletedKey = ['deleted', shop.login, number]
  const { data: deleted } = useQuery({
    queryKey: deletedKey,
    queryFn: () => false,
    initialData: false,
    enabled: false,
  })
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({
      change,
      values,
      key,
    }: {
      change: Change
      values: Readonly<Record<string, unknown>>
      key: string
    }) => call(change, { number, ...values }, { shop: shop.login, idempotencyKey: key }),
    // What got lost on its way is sent once more, with the same key: nothing happens twice.
    retry: 1,
    async onSuccess(_, { change }) {
      client.setQueryData(deletedKey, change === 'deleteOrder')
      await Promise.all(
        ['getOrder', 'getOrderTimeline', 'listOrders', 'getSales'].map(async (name) =>
          client.invalidateQueries({ queryKey: [name, shop.login] }),
        ),
      )
    },
  })
  return {
    deleted,
    error,
    isBusy: isPending,
    change: (change: Change, values: Readonly<Record<string, unknown>> = {}): void => {
      mutate({ change, values, key: crypto.randomUUID() })
    },
  }
}
