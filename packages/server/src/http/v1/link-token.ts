/**
 * A token in the address itself, `?token=`, for programs that can send no header, like IMPORTDATA of Google Sheets. An
 * address is kept in more places than a header is, so one operation takes it, and only of a token that can do no more.
 */
import { Problem } from '../../operations/problems.ts'
import { operations } from '../../operations/registry.ts'
import type { ApiRequest } from '../message.ts'
import type { Caller } from './caller.ts'
import type { Route } from './route.ts'

export interface WithoutLink {
  readonly route: Route
  readonly request: ApiRequest
  /** Whether the token stood in the address. */
  readonly isLink: boolean
}

/** Puts the token where all others come from, and takes it out of the query. */
export function withoutLink(route: Route, request: ApiRequest): WithoutLink {
  const asGiven = { route, request, isLink: false }
  if (route.operation.name !== operations.exportOrders.name) return asGiven
  const query = new URLSearchParams(route.query)
  const token = query.get('token')
  if (token === null || query.get('format') !== 'csv' || request.headers.authorization !== undefined) return asGiven
  query.delete('token')
  const headers = { ...request.headers, authorization: `Bearer ${token}` }
  return { route: { ...route, query: query.toString() }, request: { ...request, headers }, isLink: true }
}

/** Throws Problem `missingScope`. */
export function checkLink({ scopes }: Caller): void {
  if (scopes.every((scope) => scope === 'orders:export')) return
  throw new Problem('missingScope', {
    detail: 'A token that stands in an address must have the scope «orders:export» and no other.',
  })
}
