import { z } from 'zod'
import { notifications } from '../../rules/notification.ts'
import { parseNotificationUrl } from '../../rules/notification-url.ts'
import { trialOrder, trialOrderNumber } from '../../rules/trial.ts'
import { defineOperation } from '../define.ts'
import { ruled } from '../fields.ts'
import { bodyFault } from '../problems.ts'
import { productCalled, productInPath } from './product-called.ts'

export const tryNotification = defineOperation({
  name: 'tryNotification',
  title: 'Try a notification',
  description:
    `Sends an old-style notification of an order of the product that nobody has made (number ${trialOrderNumber}, ` +
    'test@example.com), signed as the real ones, and tells what the receiver answers. It is sent once, and no trace of it is kept.',
  method: 'POST',
  at: '/products/{product}/try-notification',
  scope: 'products:write',
  waits: true,
  input: {
    path: z.strictObject({ product: productInPath }),
    body: z.strictObject({
      event: z.enum(notifications).meta({ title: 'Event', description: 'What the notification tells of.' }),
      url: ruled(parseNotificationUrl).optional().meta({
        title: 'Address',
        description: "Where to; left out: the product's address for this event or, where it has none, the shop's.",
      }),
    }),
  },
  output: z.strictObject({
    url: z.string().meta({ title: 'Address', description: 'Where it was sent.' }),
    delivered: z.boolean().meta({ title: 'Delivered', description: 'Whether a real one would count as delivered.' }),
    status: z.int().nullable().meta({ title: 'Status', description: 'HTTP status; null: no answer.' }),
    problem: z.string().nullable().meta({ title: 'Problem', description: 'Why it counts as not delivered.' }),
    answer: z.string().meta({ title: 'Answer', description: 'The beginning of what was answered.' }),
    took_ms: z
      .int()
      .min(0)
      .meta({ title: 'Took', description: 'Milliseconds until the answer, or until it was given up.' }),
  }),
  problems: ['notFound'],
  sample: {
    path: { product: 'cakes' },
    body: { event: 'paid', url: 'https://shop.example.com/paid.php' },
    output: {
      url: 'https://shop.example.com/paid.php',
      delivered: true,
      status: 200,
      problem: null,
      answer: 'thanks',
      took_ms: 120,
    },
  },
  async run(context, { product: called, event, url: given = '' }, refuse) {
    const { shop, clock, tryOut } = context
    const product = await productCalled(context, called, refuse)
    const url = [given, product.notify[event], shop.notify[event]].find((each) => each !== '')
    if (url === undefined)
      return refuse('invalid', bodyFault('url', `There is no address to tell that an order is ${event}.`))
    const { status, problem, answer, tookMs } = await tryOut(shop.id, {
      url,
      notification: event,
      order: trialOrder(product, event, clock()),
    })
    return {
      url,
      delivered: problem === '',
      status,
      problem: problem === '' ? null : problem,
      answer,
      took_ms: tookMs,
    }
  },
})
