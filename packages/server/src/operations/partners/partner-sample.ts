import type { PartnerResource } from '../../resources/partner.ts'

/** A partner for the documentation. */
export const partnerSample: PartnerResource = { number: 7, login: 'peter', percent: 12.5, parent: 'mary' }
