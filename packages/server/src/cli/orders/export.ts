import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command, Option } from 'commander'
import type { Order } from '../../rules/order.ts'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption } from '../options.ts'
import { printJson, printLine, readableCount } from '../print.ts'
import { actorOf, withStore } from '../with-store.ts'
import { writeWholeFile } from './whole-file.ts'

interface Options extends DataOption, JsonOption {
  readonly shop: string
  readonly format: 'ndjson' | 'csv'
  readonly out?: string
}

export function exportCommand(io: Io): Command {
  return new Command('export')
    .description("Export a shop's orders: as lines of JSON that can be imported again, or as CSV, a row a product.")
    .addOption(new Option('--shop <login>', 'whose orders').makeOptionMandatory())
    .addOption(new Option('--format <format>', 'of the file').choices(['ndjson', 'csv']).default('ndjson'))
    .addOption(new Option('--out <file>', 'write a file, which is there when it is whole; otherwise standard output'))
    .addOption(dataOption())
    .addOption(new Option('--json', 'with --out: print JSON, for programs'))
    .addHelpText(
      'after',
      examples('orders export --shop anna --out orders.ndjson', 'orders export --shop anna --format csv > orders.csv'),
    )
    .action(async (options: Options) => {
      const { out } = options
      const count = await exportTo(io, out, options)
      if (out === undefined) return
      if (options.json === true) return printJson(io.stdout, { orders: count, file: out })
      printLine(io.stdout, `Wrote ${readableCount(count)} orders to ${out}.`)
    })
}

/** Resolves to the number of orders. */
async function exportTo(io: Io, out: string | undefined, options: Options): Promise<number> {
  const { exportCsv, exportNdjson } = await import('../../transfer/export.ts')
  return withStore(io, options, async (store) => {
    const shop = await store.shops.get(options.shop)
    const orders = counted(store.forShop(shop.id, actorOf(io)).orders.all())
    const text = options.format === 'csv' ? exportCsv(orders.each()) : exportNdjson(orders.each())
    if (out === undefined) await pipeline(Readable.from(text), io.stdout, { end: false })
    else await writeWholeFile(out, (append) => appendAll(text, append))
    return orders.count()
  })
}

async function appendAll(text: AsyncIterable<string>, append: (part: string) => Promise<void>): Promise<void> {
  for await (const part of text) await append(part)
}

function counted(orders: AsyncIterable<Order>): { each(): AsyncIterable<Order>; count(): number } {
  let count = 0
  return {
    async *each() {
      for await (const order of orders) {
        count += 1
        yield order
      }
    },
    count: () => count,
  }
}
