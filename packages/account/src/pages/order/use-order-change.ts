/** Changes an order, and has everything that shows it look again. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/operations.ts'
import { isOutdated } from '../../api/use-call.ts'
import { Problem } from '../../api/problem.ts'
import { randomKey } from '../../api/random-key.ts'
import { useOnce } from '../../api/use-once.ts'
import { useSession } from '../../session/session.tsx'

export type Change = 'payOrder' | 'cancelOrder' | 'returnOrder' | 'sendOrder' | 'deleteOrder' | 'restoreOrder'

type Values = Readonly<Record<string, unknown>>

const shown = ['getOrder', 'getOrderTimeline', 'listOrders', 'listDeliveries', 'getCustomer', 'getSales']

export function useOrderChange(number: string) {
  const { shop } = useSession()
  const client = useQueryClient()
  const isFirst = useOnce()
  const lookAgain = async (): Promise<void> => {
    await Promise.all(shown.map(async (name) => client.invalidateQueries({ queryKey: [name, shop.login] })))
  }
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({
      change,
      values,
      key,
    }: {
      readonly change: Change
      readonly values: Values
      readonly key: string
    }) => call(change, { number, ...values }, { shop: shop.login, idempotencyKey: key }),
    // What got lost on its way is sent once more, with the same key: nothing happens twice.
    retry: (failures, failure) => failures < 1 && !(failure instanceof Problem),
    onSuccess: lookAgain,
    onError(failure) {
      if (isOutdated(failure)) void lookAgain()
    },
  })
  return {
    error,
    isBusy: isPending,
    change: (change: Change, values: Values = {}): void => {
      if (isFirst([change, values])) mutate({ change, values, key: randomKey() })
    },
  }
}
