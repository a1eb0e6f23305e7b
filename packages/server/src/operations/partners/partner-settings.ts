/** What is set of a partner. */
import { parsePartnerLogin } from '../../rules/partner.ts'
import { percent, ruled } from '../fields.ts'
import { namedPartner } from './partner-called.ts'

export const login = ruled(parsePartnerLogin).meta({
  title: 'Login',
  description: 'What orders name them by, in any case of letters; without spaces and commas.',
})

export const share = percent.meta({ title: 'Percent', description: 'Their share of items whose product sets no fee.' })

export const parent = namedPartner.meta({
  title: 'Parent',
  description: 'Login or number of whoever brought them; null: nobody.',
})
