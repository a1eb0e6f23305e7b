import { z } from 'zod'
import { partnerResource } from '../../resources/partner.ts'
import { defineOperation } from '../define.ts'
import { login, parent, share } from './partner-settings.ts'
import { isTaken, numberOfNamed, partnerView } from './partner-called.ts'
import { partnerSample } from './partner-sample.ts'

export const createPartner = defineOperation({
  name: 'createPartner',
  title: 'Create a partner',
  description: 'A partner earns by the orders that name them, or that a coupon credits to them.',
  method: 'POST',
  at: '/partners',
  scope: 'partners:write',
  input: { body: z.strictObject({ login, percent: share.default(0), parent }) },
  status: 201,
  output: partnerResource,
  problems: ['conflict'],
  sample: { body: { login: 'peter', percent: 12.5, parent: 'mary' }, output: partnerSample },
  async run(context, { login: name, percent: basisPoints, parent: named }, refuse) {
    if (await isTaken(context, name)) return refuse('conflict', { detail: `There is a partner «${name}» already.` })
    const number = (await numberOfNamed(context, 'parent', named, refuse)) ?? null
    return partnerView(context, await context.store.partners.add({ login: name, basisPoints, parent: number }))
  },
})
