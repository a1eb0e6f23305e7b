/** A request to the shop's APIs, as its request log has it. */
import { z } from 'zod'
import { type LoggedRequest, outcomes, requestFaces, signatureFaults } from '../rules/request.ts'
import { instant, instantOf, number } from './fields.ts'

export const outcome = z.enum(outcomes).meta({
  title: 'Outcome',
  description: 'Refused: by a mistake of the caller; failed: by one of the server.',
})

export const requestResource = z
  .strictObject({
    number: number.meta({ title: 'Number' }),
    happened_at: instant.meta({ title: 'Happened at' }),
    face: z.enum(requestFaces).meta({ title: 'API', description: 'The order API, API v1, or what assistants ask.' }),
    operation: z
      .string()
      .nullable()
      .meta({ title: 'Function', description: 'Of the order API, or operation of API v1; null: there is none such.' }),
    outcome,
    code: z.string().nullable().meta({
      title: 'Code',
      description: 'The number of an answer of the order API, or the name of a problem of API v1; null: none.',
    }),
    status: z.int().meta({ title: 'HTTP status' }),
    milliseconds: z.number().meta({ title: 'Time taken', description: 'From the whole request to the answer.' }),
    address: z.string().meta({ title: 'Address', description: "The caller's IP address." }),
    caller: z.string().nullable().meta({
      title: 'Caller',
      description: 'Which key signed, or the number and name of the token; null: nobody proved anything.',
    }),
    signature_fault: z.enum(signatureFaults).nullable().meta({
      title: 'What is wrong with the signature',
      description: 'As far as it can be known; null: nothing, or it was not looked at.',
    }),
    skipped: z.int().min(0).meta({
      title: 'Skipped',
      description: 'How many that came right after it were not kept, as there were so many.',
    }),
  })
  .meta({ id: 'LoggedRequest', title: 'Request' })

export function requestResourceOf(request: LoggedRequest): z.output<typeof requestResource> {
  return {
    number: request.number,
    happened_at: instantOf(request.at),
    face: request.face,
    operation: request.operation === '' ? null : request.operation,
    outcome: request.outcome,
    code: request.code === '' ? null : request.code,
    status: request.status,
    milliseconds: request.micros / 1_000,
    address: request.address,
    caller: request.caller === '' ? null : request.caller,
    signature_fault: request.fault === '' ? null : request.fault,
    skipped: request.skipped,
  }
}
