/** What is set of a webhook endpoint. */
import { z } from 'zod'
import { eventTypesToTell, parseEndpointDescription, parseEndpointUrl } from '../../rules/endpoint.ts'
import { ruled } from '../fields.ts'

export const url = ruled(parseEndpointUrl).meta({
  title: 'Address',
  description: 'Where events are sent: http or https, on the public internet.',
})

export const description = ruled(parseEndpointDescription).meta({
  title: 'Description',
  description: 'What it is for, in one line.',
})

/** Each once, in the order of the table. */
export const types = z
  .array(z.enum(eventTypesToTell))
  .min(1)
  .transform((given) => eventTypesToTell.filter((type) => given.includes(type)))
  .nullable()
  .meta({
    title: 'Types',
    description: 'Of what it is told; null: of all that happens to orders and products, but not to endpoints.',
  })
