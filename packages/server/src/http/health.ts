/** What load balancers and platforms ask, at the installation's own address. */
import { aboutPage, type ApiReply } from './message.ts'

/** As the store tells. */
export interface Health {
  readonly isReady: boolean
  readonly copy: { readonly lagMs: number | undefined; readonly isUsed: boolean } | undefined
}

const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** `/healthz`: this process answers. Whoever does not is started anew. */
export const alive: ApiReply = { status: 200, headers, body: '{"alive":true}', about: aboutPage('healthz') }

/** `/readyz`: this process can do its work. To whoever cannot, nothing is sent for a while. */
export function readiness({ isReady, copy }: Health): ApiReply {
  const read_database = copy && {
    used: copy.isUsed,
    lag_seconds: copy.lagMs === undefined ? null : Math.round(copy.lagMs) / 1_000,
  }
  const body = JSON.stringify({ ready: isReady, read_database })
  return { status: isReady ? 200 : 503, headers, body, about: aboutReadyz }
}

const aboutReadyz = aboutPage('readyz')
