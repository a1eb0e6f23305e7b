import type { OperationContext } from '../context.ts'
import type { Refuse } from '../define.ts'
import { numberInText } from '../fields.ts'

type Endpoints = OperationContext['store']['endpoints']
type Endpoint = Exclude<Awaited<ReturnType<Endpoints['find']>>, undefined>

export const endpointNumber = numberInText.meta({ title: 'Endpoint number' })

export function noEndpoint(number: number): string {
  return `There is no webhook endpoint ${number}.`
}

export function disabledEndpoint(number: number): string {
  return `Webhook endpoint ${number} is disabled. Enable it first.`
}

export function orNoEndpoint(number: number, endpoint: Endpoint | undefined, refuse: Refuse<'notFound'>): Endpoint {
  return endpoint ?? refuse('notFound', { detail: noEndpoint(number) })
}
