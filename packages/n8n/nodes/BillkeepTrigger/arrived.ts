/** What to do with a webhook that came: what the shop signed starts the workflow, and nothing else does. */
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow'
import { type ArrivedWebhook, eventIdIn, verifyWebhook } from '../../../wire/src/webhook-signature.ts'
import { keptIn, typesOf } from './subscription.ts'

/** What is used of Express, whose types n8n's own refer to and do not bring along. */
interface Exchange {
  readonly request: { readonly rawBody?: unknown }
  readonly response: { status(code: number): { send(text: string): unknown } }
}

/** `now` in Unix milliseconds. */
export async function arrived(context: IWebhookFunctions, now: number): Promise<IWebhookResponseData> {
  const { request, response } = exchangeOf(context)
  const kept = keptIn(context.getWorkflowStaticData('node'))
  // To the byte as it came.
  const body = Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0)
  const headers = context.getHeaderData()
  if (kept === undefined || !(await isGenuine({ headers, body, secrets: [kept.secret] }, now))) {
    response.status(403).send('This webhook is not from the shop: wrong secret, too old, or forged.')
    return { noWebhookResponse: true }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shop signed it
  const event = JSON.parse(body.toString('utf8')) as IDataObject
  // Whoever tries out the endpoint on the account page sends an `endpoint.test`. Without data, n8n answers and starts nothing.
  if (!typesOf(context).some((type) => type === event['type'])) return {}
  return { workflowData: [[{ json: { id: eventIdIn(headers), ...event } }]] }
}

async function isGenuine(webhook: Pick<ArrivedWebhook, 'headers' | 'body' | 'secrets'>, now: number): Promise<boolean> {
  const nowUnixSeconds = Math.floor(now / 1_000)
  return (await verifyWebhook({ ...webhook, nowUnixSeconds })) === 'ok'
}

function exchangeOf(context: IWebhookFunctions): Exchange {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- n8n says that they are those of Express
  const { getRequestObject, getResponseObject } = context as unknown as {
    readonly getRequestObject: () => Exchange['request']
    readonly getResponseObject: () => Exchange['response']
  }
  return { request: getRequestObject.call(context), response: getResponseObject.call(context) }
}
