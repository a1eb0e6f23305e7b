/** Lists of API v1, which come a page at a time. */
import { type IDataObject, NodeApiError } from 'n8n-workflow'
import type { OperationName } from '../generated/api.ts'
import { call, type Caller } from './call.ts'

const mostOfPage = 200

/** At most `most` of them. A page may be short, or empty, and another follow. */
export async function listed(
  caller: Caller,
  name: OperationName,
  { query, most, itemIndex }: { readonly query: IDataObject; readonly most: number; readonly itemIndex?: number },
): Promise<readonly IDataObject[]> {
  const found: IDataObject[] = []
  let cursor: string | undefined
  do {
    const limit = String(Math.min(mostOfPage, most - found.length))
    const page = { ...query, limit, ...(cursor === undefined ? {} : { cursor }) }
    const answer = await call(caller, name, { query: page, ...(itemIndex === undefined ? {} : { itemIndex }) })
    found.push(...entriesIn(caller, answer))
    cursor = typeof answer['next_cursor'] === 'string' ? answer['next_cursor'] : undefined
  } while (cursor !== undefined && found.length < most)
  return found
}

function entriesIn(caller: Caller, { data }: IDataObject): readonly IDataObject[] {
  if (!Array.isArray(data))
    throw new NodeApiError(caller.getNode(), {}, { message: 'The answer is no list of Billkeep' })
  const entries: readonly unknown[] = data
  return entries.filter((entry): entry is IDataObject => typeof entry === 'object' && entry !== null)
}
