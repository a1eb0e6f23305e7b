import { z } from 'zod'
import { defineOperation } from '../define.ts'
import { partnerCalled, partnerInPath } from './partner-called.ts'

export const deletePartner = defineOperation({
  name: 'deletePartner',
  title: 'Delete a partner',
  description: 'Orders that named them keep what they earned; coupons and partners that named them name nobody.',
  method: 'DELETE',
  at: '/partners/{partner}',
  scope: 'partners:write',
  input: { path: z.strictObject({ partner: partnerInPath }) },
  status: 204,
  output: z.null(),
  problems: ['notFound'],
  sample: { path: { partner: 'peter' }, output: null },
  async run(context, { partner }, refuse) {
    await context.store.partners.remove((await partnerCalled(context, partner, refuse)).login)
    return null
  },
})
