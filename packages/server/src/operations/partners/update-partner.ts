import { z } from 'zod'
import { partnerResource } from '../../resources/partner.ts'
import { defineOperation } from '../define.ts'
import { orBodyFault } from '../problems.ts'
import { isTaken, numberOfNamed, partnerCalled, partnerInPath, partnerView } from './partner-called.ts'
import { partnerSample } from './partner-sample.ts'
import { login, parent, share } from './partner-settings.ts'

export const updatePartner = defineOperation({
  name: 'updatePartner',
  title: 'Change a partner',
  description: 'What is left out stays. Orders that named them keep what they earned.',
  method: 'PATCH',
  at: '/partners/{partner}',
  scope: 'partners:write',
  input: {
    path: z.strictObject({ partner: partnerInPath }),
    body: z.strictObject({ login: login.optional(), percent: share.optional(), parent }),
  },
  output: partnerResource,
  problems: ['notFound', 'conflict'],
  sample: {
    path: { partner: 'peter' },
    body: { percent: 15, parent: null },
    output: { ...partnerSample, percent: 15, parent: null },
  },
  async run(context, { partner: called, login: renamed, percent: basisPoints, parent: named }, refuse) {
    const partner = await partnerCalled(context, called, refuse)
    if (renamed !== undefined && (await isTaken(context, renamed, partner.number))) {
      return refuse('conflict', { detail: `There is a partner «${renamed}» already.` })
    }
    const number = await numberOfNamed(context, 'parent', named, refuse)
    const changes = {
      login: renamed ?? partner.login,
      basisPoints: basisPoints ?? partner.basisPoints,
      parent: number === undefined ? partner.parent : number,
    }
    const changed = await orBodyFault('parent', () => context.store.partners.update(partner.login, changes))
    return partnerView(context, changed)
  },
})
