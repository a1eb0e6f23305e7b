/** An endpoint as the commands show it. */
import type { Endpoint } from '../../store/endpoints/endpoint.ts'
import type { Facts } from '../differences.ts'
import { readableTime } from '../shop/describe.ts'

export function endpointFacts(endpoint: Endpoint): Facts {
  const { number, url, description, types, failingSince, previousSecretUntil, created } = endpoint
  return [
    ['Number', String(number)],
    ['Address', url],
    ['For', description === '' ? 'not said' : description],
    ['Told of', types === null ? 'all of orders and products' : types.join(', ')],
    ['State', readableEndpointState(endpoint)],
    ['Failing', failingSince === null ? 'no' : `since ${readableTime(failingSince)}`],
    ['Old secret', previousSecretUntil === null ? 'does not sign' : `signs until ${readableTime(previousSecretUntil)}`],
    ['Created', readableTime(created)],
  ]
}

export function readableEndpointState({ disabled }: Endpoint): string {
  return disabled === null ? 'enabled' : `disabled ${readableTime(disabled.at)}: ${reasons[disabled.reason]}`
}

const reasons = {
  asked: 'somebody said so',
  gone: 'it answered 410',
  failing: 'it failed for five days',
} as const satisfies Record<Exclude<Endpoint['disabled'], null>['reason'], string>
