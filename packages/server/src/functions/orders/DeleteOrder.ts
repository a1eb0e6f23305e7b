import { z } from 'zod'
import { defineFunction } from '../define.ts'
import { nothing } from '../fields.ts'
import { orderNumber } from '../order-number.ts'

/** Hides an order from everything (protocol section 8.4). */
export const DeleteOrder = defineFunction({
  name: 'DeleteOrder',
  title: 'Delete an order',
  kind: 'write',
  success: 'orderDeleted',
  input: z.object({ bill_id: orderNumber }),
  output: nothing,
  errors: ['orderNumberEmpty', 'nonexistentOrderToDelete'],
  faults: { bill_id: 'orderNumberEmpty' },
  sample: { input: { bill_id: '258367' }, output: [] },
  async run({ store }, { bill_id }, refuse) {
    const outcome = await store.orders.delete(bill_id)
    return outcome === 'deleted' ? [] : refuse('nonexistentOrderToDelete')
  },
})
