import { z } from 'zod'
import { partnerResource } from '../../resources/partner.ts'
import { defineOperation } from '../define.ts'
import { partnerCalled, partnerInPath, partnerView } from './partner-called.ts'
import { partnerSample } from './partner-sample.ts'

export const getPartner = defineOperation({
  name: 'getPartner',
  title: 'Get a partner',
  method: 'GET',
  at: '/partners/{partner}',
  scope: 'partners:read',
  input: { path: z.strictObject({ partner: partnerInPath }) },
  output: partnerResource,
  problems: ['notFound'],
  sample: { path: { partner: 'peter' }, output: partnerSample },
  async run(context, { partner }, refuse) {
    return partnerView(context, await partnerCalled(context, partner, refuse))
  },
})
