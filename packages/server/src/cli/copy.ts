import { Command, Option } from 'commander'
import type { Address } from '../store/copy/address.ts'
import type { CopyProgress, CopyReport } from '../store/copy/copy.ts'
import type { Sides } from '../store/copy/sides.ts'
import { StoreUnavailable } from '../store/errors.ts'
import { CommandError } from './command-error.ts'
import { copyProgressOn } from './copy/progress.ts'
import { copyJson, differingText, rowsIn } from './copy/report.ts'
import type { Io } from './io.ts'
import { examples, type JsonOption, jsonOption } from './options.ts'
import { printJson, printLine, printTable, readableCount } from './print.ts'
import { masterKeyIn } from './with-store.ts'

interface Options extends JsonOption {
  readonly from: string
  readonly to: string
  readonly restart?: boolean
}

export function copyCommand(io: Io): Command {
  return new Command('copy')
    .description(
      'Copy everything from one database to another, and compare the two. Stop what serves the source first. ' +
        'A copy that was cut off goes on where it was when it is started again.',
    )
    .addOption(new Option('--from <database>', 'a data folder, or postgres://…').makeOptionMandatory())
    .addOption(
      new Option(
        '--to <database>',
        'a data folder, made if missing, or postgres://…; better in BILLKEEP_TO, as others can see arguments',
      ).makeOptionMandatory(),
    )
    .addOption(new Option('--restart', 'throw away what an unfinished copy has brought, and begin again'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'copy --from ./data --to postgres://billkeep:secret@db1/billkeep',
        'copy --from postgres://billkeep:secret@db1/billkeep --to ./data-from-db1',
      ),
    )
    .action(async (options: Options) => {
      const { addressIn } = await import('../store/copy/address.ts')
      await copy(io, { from: addressIn(options.from), to: addressIn(options.to) }, options)
    })
}

interface Ends {
  readonly from: Address
  readonly to: Address
}

async function copy(io: Io, ends: Ends, { json, restart = false }: Options): Promise<void> {
  const { withSides } = await import('../store/copy/sides.ts')
  const begun = io.clock()
  const outcome = await withSides(ends, async (sides) => copyBetween(io, ends, sides, restart))
  const { report } = outcome
  if (json === true) printJson(io.stdout, copyJson(report))
  if (report.differing > 0) throw differingText(report)
  if (json !== true) await printReport(io, ends, outcome, (io.clock() - begun) / 1_000)
}

interface Outcome {
  readonly report: CopyReport
  /** Whether the target's folder was given the master key. */
  readonly isKeyPut: boolean
}

async function copyBetween(io: Io, ends: Ends, sides: Sides, restart: boolean): Promise<Outcome> {
  const { copyDatabase } = await import('../store/copy/copy.ts')
  const { missingMasterKey } = await import('../store/copy/keys.ts')
  const { putMasterKey } = await import('../store/master-key.ts')
  const { to } = ends
  const key = await missingMasterKey({ ...ends, source: sides.source, given: masterKeyIn(io.env) })
  const isKeyPut = key !== undefined && to.kind === 'folder'
  const onBegun = (): void => {
    if (isKeyPut) putMasterKey(to.dataDir, key)
  }
  const report = await interruptible(io, async (onProgress) => copyDatabase({ ...sides, restart, onBegun, onProgress }))
  return { report, isKeyPut }
}

/** Ctrl-C leaves what is copied for the next run. */
async function interruptible<Result>(
  io: Io,
  work: (onProgress: (progress: CopyProgress) => void) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController()
  const unhear = io.onStop(() => stop.abort())
  const progress = copyProgressOn(io)
  try {
    return await work((done) => {
      stop.signal.throwIfAborted()
      progress.show(done)
    })
  } catch (cause) {
    if (stop.signal.aborted) throw new CommandError(`Stopped. ${goesOn}`, { exitCode: 130, cause })
    throw cause instanceof StoreUnavailable ? new CommandError(`${cause.message} ${goesOn}`, { cause }) : cause
  } finally {
    progress.end()
    unhear()
  }
}

const goesOn = 'What is copied stays: the same command goes on where this one was.'

async function printReport(io: Io, { from, to }: Ends, { report, isKeyPut }: Outcome, seconds: number): Promise<void> {
  const { readableAddress } = await import('../store/copy/address.ts')
  const { tables, shops, copied, resumed } = report
  const [source, target] = [readableAddress(from), readableAddress(to)]
  const rows = [...Object.entries(tables), ['in all', rowsIn(tables)] as const]
  printTable(
    io.stdout,
    ['TABLE', 'ROWS'],
    rows.map(([name, count]) => [name, readableCount(count)]),
  )
  const before = resumed === 0 ? '' : `, after ${readableCount(resumed)} by earlier runs`
  const took = `${readableCount(copied)} rows in ${readableCount(Math.ceil(seconds))} s${before}`
  printLine(io.stdout, `Copied ${source} to ${target}: ${took}.`)
  const whose = shops === 1 ? 'of the shop' : `of ${readableCount(shops)} shops`
  printLine(io.stdout, `Both hold the same: each table ${whose} was counted and hashed in both.`)
  if (isKeyPut) printLine(io.stdout, `The master key is now in ${target}, too.`)
  if (to.kind === 'postgres') {
    printLine(io.stdout, `Serve it with the same master key: keep ${keyPlace(from, source)}.`)
  }
}

function keyPlace(from: Address, source: string): string {
  return from.kind === 'folder'
    ? `--data ${source} beside --database, or set BILLKEEP_MASTER_KEY`
    : 'the data folder that it lies in'
}
