/** The webhook endpoint of the shop that tells a workflow what happens, as long as the workflow is active. */
import { type IDataObject, type IHookFunctions, type IWebhookFunctions, NodeOperationError } from 'n8n-workflow'
import { call, callOrMiss } from '../api/call.ts'

/** What n8n keeps of it with the workflow. */
export interface Kept {
  readonly number: number
  /** What webhooks are signed with. */
  readonly secret: string
}

export function keptIn(staticData: IDataObject): Kept | undefined {
  const { endpoint: number, secret } = staticData
  return typeof number === 'number' && typeof secret === 'string' && secret !== '' ? { number, secret } : undefined
}

/** Whether it is there and tells what it should; one that does otherwise is deleted. */
export async function isSubscribed(context: IHookFunctions): Promise<boolean> {
  const kept = keptIn(context.getWorkflowStaticData('node'))
  if (kept === undefined) return false
  const endpoint = await callOrMiss(context, 'getWebhookEndpoint', { path: { number: kept.number } })
  if (endpoint === undefined) return false
  const isSame = endpoint['url'] === urlOf(context) && sameTypes(endpoint['types'], typesOf(context))
  if (isSame && endpoint['enabled'] === true) return true
  await unsubscribe(context)
  return false
}

export async function subscribe(context: IHookFunctions): Promise<void> {
  const { name = '' } = context.getWorkflow()
  const description = `n8n: ${name}`.replaceAll(/\p{Cc}/gu, ' ').slice(0, 200)
  const body = { url: urlOf(context), types: typesOf(context), description }
  const { number, secret } = await call(context, 'createWebhookEndpoint', { body })
  Object.assign(context.getWorkflowStaticData('node'), { endpoint: number, secret })
}

/** One that somebody has deleted before is gone, which is all that is wanted. */
export async function unsubscribe(context: IHookFunctions): Promise<void> {
  const staticData = context.getWorkflowStaticData('node')
  const kept = keptIn(staticData)
  if (kept !== undefined) await callOrMiss(context, 'deleteWebhookEndpoint', { path: { number: kept.number } })
  delete staticData['endpoint']
  delete staticData['secret']
}

function urlOf(context: IHookFunctions): string {
  const url = context.getNodeWebhookUrl('default')
  if (url !== undefined) return url
  throw new NodeOperationError(context.getNode(), 'n8n has no address for this node')
}

/** What starts the workflow. */
export function typesOf(context: IHookFunctions | IWebhookFunctions): string[] {
  const given = context.getNodeParameter('events')
  return Array.isArray(given) ? given.map(String) : []
}

function sameTypes(there: unknown, wanted: readonly string[]): boolean {
  return Array.isArray(there) && there.length === wanted.length && wanted.every((type) => there.includes(type))
}
