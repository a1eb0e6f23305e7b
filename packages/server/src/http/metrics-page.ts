/** The metrics at the installation's own address, for whoever has the token. */
import { isEqualConstantTime } from '@billkeep/wire/signature.ts'
import { aboutPage, type ApiReply, type ApiRequest } from './message.ts'

export interface MetricsPage {
  readonly token: string
  /** As Prometheus reads them. */
  readonly text: () => Promise<string>
}

/** `page` is undefined where there is none: then nobody learns that there could be. */
export async function metricsPage({ headers }: ApiRequest, page: MetricsPage | undefined): Promise<ApiReply> {
  if (page === undefined) return plain(404, 'There is no such page.')
  const [, given = ''] = bearer.exec(headers.authorization ?? '') ?? []
  if (!isEqualConstantTime(page.token, given)) {
    return plain(401, 'The metrics are for whoever sends «Authorization: Bearer» with the --metrics-token.', {
      'www-authenticate': 'Bearer realm="metrics"',
    })
  }
  return { status: 200, headers: metricsHeaders, body: await page.text(), about }
}

const bearer = /^Bearer +(\S+) *$/i
const about = aboutPage('metrics')

/** https://prometheus.io/docs/instrumenting/exposition_formats/ */
export const metricsHeaders = {
  'content-type': 'text/plain; version=0.0.4; charset=utf-8',
  'cache-control': 'no-store',
}

function plain(status: number, text: string, headers: ApiReply['headers'] = {}): ApiReply {
  const type = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return { status, headers: { ...type, ...headers }, body: `${text}\n`, about }
}
