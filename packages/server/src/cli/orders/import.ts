import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import type { ImportReport } from '../../transfer/import.ts'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { actorOf, withStore } from '../with-store.ts'
import { badLineText, importJson, refusal, reportLines } from './import-report.ts'
import { type Progress, progressOn } from './progress.ts'
import { openSource, type Source } from './source.ts'
import { writeWholeFile } from './whole-file.ts'

interface Options extends DataOption, JsonOption {
  readonly shop: string
  readonly update?: boolean
  readonly skipBad?: string
}

export function importCommand(io: Io): Command {
  return new Command('import')
    .description('Import orders, one JSON object a line: all of them or, where a line is bad, none.')
    .argument('<file>', 'the file; - for standard input')
    .addOption(new Option('--shop <login>', 'whose orders they are').makeOptionMandatory())
    .addOption(new Option('--update', 'replace orders that are stored with another content'))
    .addOption(new Option('--skip-bad <file>', 'pass over bad lines and write them, with the reasons, to this file'))
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'orders import orders.ndjson --shop anna',
        'orders import orders.ndjson --shop anna --skip-bad bad.ndjson',
        'orders import - --shop anna --update < orders.ndjson',
      ),
    )
    .action(async (file: string, options: Options) => {
      if (options.skipBad !== undefined && resolve(options.skipBad) === resolve(file)) {
        throw new CommandError('--skip-bad would write over the file that is imported. Name another.', { exitCode: 2 })
      }
      const report = await importFile(io, file, options)
      if (options.json === true) return printJson(io.stdout, importJson(report))
      for (const line of reportLines(report, options)) printLine(io.stdout, line)
    })
}

/** Ctrl-C takes everything back while the file is read; later it ends the process at once, which does so too. */
async function importFile(io: Io, file: string, options: Options): Promise<ImportReport> {
  const stop = new AbortController()
  const unhear = io.onStop(() => stop.abort())
  try {
    const source = await openSource(file, io, stop.signal)
    const progress = progressOn(io, source.size)
    const show: Progress['show'] = (bytes, orders, phase) => {
      progress.show(bytes, orders, phase)
      if (phase === 'finishing') unhear()
    }
    try {
      return await importSource(io, source, { ...options, show })
    } finally {
      progress.end()
      source.stream.destroy()
    }
  } catch (error) {
    if (stop.signal.aborted) throw new CommandError('Stopped: nothing was imported.', { exitCode: 130, cause: error })
    throw await refusal(io, error, options)
  } finally {
    unhear()
  }
}

async function importSource(
  io: Io,
  { stream }: Source,
  options: Options & Pick<Progress, 'show'>,
): Promise<ImportReport> {
  const { importOrders } = await import('../../transfer/import.ts')
  const { skipBad, update = false, show: onProgress } = options
  return withStore(io, options, async (store) => {
    const shop = store.forShop((await store.shops.get(options.shop)).id, actorOf(io))
    const task = { shop, source: stream, update, onProgress }
    if (skipBad === undefined) return importOrders(task)
    return writeWholeFile(skipBad, (append) =>
      importOrders({ ...task, onBadLine: (line) => append(`${badLineText(line)}\n`) }),
    )
  })
}
