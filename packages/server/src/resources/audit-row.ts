/** A row of the audit as API v1 shows it. */
import { z } from 'zod'
import { auditActions, type AuditRow } from '../rules/audit.ts'
import { faces } from '../rules/actor.ts'
import { instant, instantOf, number } from './fields.ts'

export const auditRowResource = z
  .strictObject({
    number: number.meta({ title: 'Number', description: '1, 2, 3 … in the shop, without gaps.' }),
    happened_at: instant.meta({ title: 'Happened at' }),
    face: z.enum(faces).meta({ title: 'Face', description: 'The way by which it was changed.' }),
    actor: z.string().meta({
      title: 'Actor',
      description:
        'Of `api` which key signed, of `v1` the token, of `account` who was signed in, of `cli` the user of the machine.',
    }),
    address: z.string().nullable().meta({ title: 'Address', description: "The caller's; null: there is none." }),
    action: z.enum(auditActions).meta({ title: 'Action' }),
    subject: z.string().meta({ title: 'Subject', description: 'What was changed: `order 258367`, `product course`.' }),
    details: z.record(z.string(), z.unknown()).meta({
      title: 'Details',
      description:
        'What more there is to say, without secrets and whole e-mail addresses. Its fields depend on the action.',
    }),
    hash: z.string().meta({
      title: 'Hash',
      description: 'SHA-256 over the hash of the row before and what this row says, in hexadecimal digits.',
    }),
  })
  .meta({ id: 'AuditRow', title: 'Row of the audit' })

export function auditRowResourceOf(row: AuditRow): z.output<typeof auditRowResource> {
  const { face, name, address } = row.actor
  return {
    number: row.number,
    happened_at: instantOf(row.at),
    face,
    actor: name,
    address: address === '' ? null : address,
    action: row.action,
    subject: row.subject,
    details: { ...row.details },
    hash: row.hash,
  }
}
