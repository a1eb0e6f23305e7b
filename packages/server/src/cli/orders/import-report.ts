/** What became of an import, in words and as JSON. */
import type { BadLine, ImportReport } from '../../transfer/import.ts'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'
import type { JsonOption } from '../options.ts'
import { harmless, printJson, readableCount } from '../print.ts'

export function importJson({ added, same, updated, bad, firstBad }: ImportReport): Readonly<Record<string, unknown>> {
  return { added, same, updated, bad, first_bad: firstBad.map(({ number, reason }) => ({ line: number, reason })) }
}

export function reportLines(
  { added, same, updated, bad, firstBad }: ImportReport,
  { shop, skipBad = '' }: { readonly shop: string; readonly skipBad?: string },
): readonly string[] {
  const counts = `${readableCount(added)} added, ${readableCount(updated)} updated, ${readableCount(same)} already there`
  const lines = [`Imported into ${shop}: ${counts}.`]
  return bad === 0 ? lines : [...lines, `Passed over ${linesOf(bad)}, now in ${skipBad}:`, ...badLines(bad, firstBad)]
}

/** A bad line as `--skip-bad` writes it: the reason as a comment, so that the file can be mended and imported. */
export function badLineText({ number, reason, text }: BadLine): string {
  const comment = `# line ${number}: ${harmless(reason)}`
  return text === '' ? comment : `${comment}\n${text}`
}

/** What to throw for an error of the import: for bad lines, a refusal that names them. */
export async function refusal(io: Io, error: unknown, { json }: JsonOption): Promise<unknown> {
  const { ImportRefused } = await import('../../transfer/import.ts')
  if (!(error instanceof ImportRefused)) return error
  const { bad, firstBad } = error
  if (json === true) printJson(io.stdout, importJson({ added: 0, same: 0, updated: 0, bad, firstBad }))
  const advice = 'Mend them and import again, or pass over them with --skip-bad FILE.'
  return new CommandError([`Nothing was imported: ${linesOf(bad)}.`, ...badLines(bad, firstBad), advice].join('\n'))
}

function badLines(bad: number, shown: readonly BadLine[]): readonly string[] {
  const lines = shown.map(({ number, reason }) => `  line ${number}: ${harmless(reason)}`)
  return bad > shown.length ? [...lines, `  and ${readableCount(bad - shown.length)} more`] : lines
}

function linesOf(count: number): string {
  return count === 1 ? '1 bad line' : `${readableCount(count)} bad lines`
}
