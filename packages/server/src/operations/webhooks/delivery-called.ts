import { z } from 'zod'

/** As a path has it. */
export const deliveryId = z.string().meta({ title: 'Delivery', description: 'Its id, like `17-0`.' })

export function noDelivery(id: string): string {
  return `There is no delivery «${id}».`
}
