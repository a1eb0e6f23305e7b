import { z } from 'zod'
import { importReport } from '../../resources/import-report.ts'
import { defineOperation } from '../define.ts'

const flag = z.enum(['true', 'false']).default('false')

/** Reported of what is bad; more than anybody mends by hand. */
const mostShown = 1_000

export const importOrders = defineOperation({
  name: 'importOrders',
  title: 'Import orders',
  description:
    'Takes a file of orders as `exportOrders` gives it, each line a JSON object (`Content-Type: application/x-ndjson`, up to ' +
    '32 MiB; `billkeep orders import` takes more): all of it or, where a line is bad, nothing, and then `errors` names the ' +
    'lines, each like `line 3`. The same file twice changes nothing. Nobody is told of the orders: no webhook and no ' +
    'notification is sent. Whoever closes the connection before the answer stops it.',
  method: 'POST',
  at: '/orders/import',
  scope: 'orders:write',
  takesFile: true,
  input: {
    query: z.strictObject({
      update: flag.meta({
        title: 'Update',
        description: '`true`: an order that is stored with another content is replaced; otherwise its line is bad.',
      }),
      skip_bad: flag.meta({ title: 'Skip bad lines', description: '`true`: bad lines are passed over, and told of.' }),
    }),
  },
  output: importReport,
  problems: [],
  sample: {
    query: { update: 'false', skip_bad: 'true' },
    output: {
      added: 998,
      same: 1,
      updated: 0,
      rejected: 1,
      rejected_lines: [{ line: 3, detail: 'email is not an e-mail address' }],
    },
  },
  async run({ store, file }, { update, skip_bad: skipBad }, refuse) {
    // Not before somebody asks: a start has no use for it.
    const { importOrders: take, ImportRefused } = await import('../../transfer/import.ts')
    const onBadLine = skipBad === 'true' ? () => undefined : undefined
    try {
      const report = await take({ shop: store, source: file, update: update === 'true', onBadLine, mostShown })
      const { added, same, updated, bad, firstBad } = report
      return { added, same, updated, rejected: bad, rejected_lines: firstBad.map(toldOf) }
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error
      const told = error.firstBad.map(toldOf)
      const errors = told.map(({ line, detail }) => ({ in: 'body' as const, field: `line ${line}`, detail }))
      return refuse('invalid', { detail: error.message, errors })
    }
  },
})

/** Here, what the command line calls an option is a parameter. */
function toldOf({ number, reason }: { readonly number: number; readonly reason: string }) {
  return { line: number, detail: reason.replaceAll('--update', '«update»') }
}
