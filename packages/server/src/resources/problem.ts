/** A problem as API v1 tells it (RFC 9457). */
import { z } from 'zod'

const faultResource = z
  .strictObject({
    in: z.enum(['path', 'query', 'header', 'body']).meta({ title: 'Where', description: 'The part of the call.' }),
    field: z.string().meta({ title: 'Field', description: 'With dots: `items.0.amount`; empty: the whole part.' }),
    detail: z.string().meta({ title: 'Detail', description: 'What is wrong and what it should be, for people.' }),
  })
  .meta({ id: 'FieldFault', title: 'Field at fault' })

export const problemResource = z
  .strictObject({
    type: z.string().meta({
      title: 'Type',
      description: 'Which problem it is: a path at the same host, whose page explains it. It never changes.',
      format: 'uri-reference',
    }),
    title: z.string().meta({ title: 'Title', description: 'What the type means, for people.' }),
    status: z.int().min(400).max(599).meta({ title: 'Status', description: 'The HTTP status of the answer.' }),
    detail: z.string().optional().meta({ title: 'Detail', description: 'What happened this time, for people.' }),
    errors: z
      .array(faultResource)
      .optional()
      .meta({ title: 'Errors', description: 'Each field that is not as it should be.' }),
    request_id: z.string().meta({
      title: 'Request id',
      description: 'Also in the header `Request-Id`; whoever runs the installation finds the call by it.',
    }),
  })
  .meta({ id: 'Problem', title: 'Problem' })
