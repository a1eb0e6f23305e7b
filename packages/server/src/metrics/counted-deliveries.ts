import type { ShopStore, Store } from '../store/store.ts'
import type { DeliveryOutcome } from './meters.ts'

/** The same store, which tells of each attempt to deliver that is noted. */
export function countedDeliveries(store: Store, tell: (outcome: DeliveryOutcome) => void): Store {
  const counted = ({ deliveries, ...shop }: ShopStore): ShopStore => ({
    ...shop,
    deliveries: {
      ...deliveries,
      async note(id, attempt, then) {
        const noted = await deliveries.note(id, attempt, then)
        tell(typeof then === 'string' ? then : 'retried')
        return noted
      },
    },
  })
  return { ...store, forShop: (shopId, actor) => counted(store.forShop(shopId, actor)) }
}
