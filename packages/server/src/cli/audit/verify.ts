import { Command, InvalidArgumentError, Option } from 'commander'
import type { Anchor, Fault, Verdict } from '../../store/audit/verify.ts'
import type { Shop } from '../../store/shops.ts'
import type { Store } from '../../store/store.ts'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from '../options.ts'
import { harmless, printJson, printLine, readableCount } from '../print.ts'
import { barAt, progressLine, timeLeft } from '../progress-line.ts'
import { withStore } from '../with-store.ts'

interface Options extends DataOption, JsonOption {
  readonly shop?: string
  readonly kept?: Anchor
}

interface Verified {
  readonly login: string
  readonly verdict: Verdict
}

export function verifyAuditCommand(io: Io): Command {
  return new Command('verify')
    .description('Check that no row of the audit was changed, removed, moved or added. Exit code 1: one was.')
    .addOption(new Option('--shop <login>', 'whose it is; left out: those of all shops'))
    .addOption(
      new Option('--kept <number:hash>', 'a row and its hash as an earlier run told them and you kept them').argParser(
        parseAnchor,
      ),
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('audit verify', 'audit verify --shop anna', 'audit verify --shop anna --kept 17:5c0…'),
    )
    .action(async (options: Options) => {
      if (options.kept !== undefined && options.shop === undefined) {
        throw new CommandError('A kept row is that of one shop: name it with --shop.', { exitCode: 2 })
      }
      const verified = await withStore(io, options, async (store) => verifyAll(io, store, options))
      if (options.json === true) printJson(io.stdout, verified.map(verdictJson))
      else for (const each of verified) printLine(io.stdout, harmless(lineOf(each)))
      const broken = verified.filter(({ verdict }) => verdict.fault !== undefined)
      if (broken.length > 0) throw new CommandError(brokenText(broken))
    })
}

async function verifyAll(io: Io, store: Store, { shop: login, kept }: Options): Promise<readonly Verified[]> {
  const shops = login === undefined ? await store.shops.list() : [await shopCalled(store, login)]
  const verified: Verified[] = []
  const line = progressLine(io)
  try {
    for (const shop of shops) {
      const started = io.clock()
      const { audit } = store.forReading(shop.id)
      const onProgress = (rows: number, total: number): void => {
        const share = total === 0 ? 1 : Math.min(rows / total, 1)
        line.draw(() => {
          const left = timeLeft(share, io.clock() - started)
          return `Verifying ${harmless(shop.login)} ${barAt(share)}  ${readableCount(rows)} rows${left}`
        })
      }
      verified.push({ login: shop.login, verdict: await audit.verify({ kept, onProgress }) })
    }
  } finally {
    line.end()
  }
  return verified
}

/** One that is not there is a wrong use: 1 would say that its chain is broken. */
async function shopCalled(store: Store, login: string): Promise<Shop> {
  const shop = await store.shops.find(login)
  if (shop !== undefined) return shop
  throw new CommandError(`There is no shop «${login}». «billkeep shop list» shows those there are.`, { exitCode: 2 })
}

const reasons: Readonly<Record<Fault['why'], (number: number) => string>> = {
  changed: (number) => `row ${number} does not say what it said when it was written`,
  missing: (number) => `row ${number} is missing`,
  moved: (number) => `row ${number} was written at another place; rows were moved`,
  added: (number) => `row ${number} was never written by Billkeep`,
  rewritten: (number) => `row ${number} has another hash than was kept: rows up to it were written anew`,
}

function lineOf({ login, verdict: { rows, last, fault } }: Verified): string {
  const kept = last === undefined ? '' : ` Keep this elsewhere: ${last.number}:${last.hash}`
  if (fault === undefined) return `${login}: sound, ${readableCount(rows)} ${rows === 1 ? 'row' : 'rows'}.${kept}`
  return `${login}: BROKEN, ${reasons[fault.why](fault.number)}.`
}

function verdictJson({ login, verdict: { rows, last, fault } }: Verified) {
  return { shop: login, rows, last: last ?? null, fault: fault ?? null }
}

function brokenText(broken: readonly Verified[]): string {
  const names = broken.map(({ login }) => harmless(login)).join(', ')
  return `The audit is broken of ${names}. docs/hosting/audit.md says what to do.`
}

function parseAnchor(text: string): Anchor {
  const [, number, hash] = /^([1-9]\d{0,14}):([\da-f]{64})$/.exec(text) ?? []
  if (number === undefined || hash === undefined) {
    throw new InvalidArgumentError('It must be NUMBER:HASH, as «billkeep audit verify» tells them.')
  }
  return { number: Number(number), hash }
}
