import { Command } from 'commander'
import type { Io } from './io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from './options.ts'
import { printJson, printLine } from './print.ts'
import { refuseMissingFolder } from './with-store.ts'

export function migrateCommand(io: Io): Command {
  return new Command('migrate')
    .description('Bring the tables of a database to the newest shape, as every start does, too.')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('migrate', 'migrate --database postgres://billkeep:secret@db1/billkeep'))
    .action(async (options: DataOption & JsonOption) => {
      const versions = await migrated(options)
      if (options.json === true) return printJson(io.stdout, versions)
      printLine(io.stdout, textOf(versions))
    })
}

interface Versions {
  /** 0: there were no tables. */
  readonly from: number
  readonly to: number
}

async function migrated({ data, database }: DataOption): Promise<Versions> {
  refuseMissingFolder({ data, database })
  // Loaded here, so that help and refusals do not wait for the database's libraries.
  const { openDatabase } = await import('../store/open-database.ts')
  const { newestVersion } = await import('../store/migrate.ts')
  const opened = await openDatabase({ dataDir: data, database })
  await opened.close()
  return { from: opened.foundVersion, to: newestVersion }
}

function textOf({ from, to }: Versions): string {
  if (from === to) return `The tables have version ${to}, the newest: there is nothing to do.`
  return from === 0 ? `Made the tables, of version ${to}.` : `Brought the tables from version ${from} to ${to}.`
}
