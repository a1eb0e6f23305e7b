/** What became of a copy, in words and as JSON. */
import type { Difference } from '../../store/copy/compare.ts'
import type { CopyReport } from '../../store/copy/copy.ts'
import { CommandError } from '../command-error.ts'
import { harmless, readableCount } from '../print.ts'

export function copyJson({ copied, resumed, shops, tables, differing, differences }: CopyReport): object {
  return {
    identical: differing === 0,
    shops,
    tables,
    rows: rowsIn(tables),
    copied_rows: copied,
    copied_before_rows: resumed,
    differences: differences.map(({ table, shop, sourceRows, targetRows }) => {
      return { table, shop, source_rows: sourceRows, target_rows: targetRows }
    }),
  }
}

export function rowsIn(tables: CopyReport['tables']): number {
  return Object.values(tables).reduce((sum, rows) => sum + rows, 0)
}

/** The refusal to call it a copy. */
export function differingText({ differing, differences }: CopyReport): CommandError {
  const more = differing - differences.length
  return new CommandError(
    [
      'The two are not the same:',
      ...differences.map((each) => `  ${lineOf(each)}`),
      ...(more > 0 ? [`  and ${readableCount(more)} more`] : []),
      'Something has written meanwhile, most likely a server that still runs on the source, or a command. Stop it, and',
      'copy again with --restart. Until then nobody can be served from the target.',
    ].join('\n'),
  )
}

function lineOf({ table, shop, sourceRows, targetRows }: Difference): string {
  const rows = readableCount(sourceRows)
  const what =
    sourceRows === targetRows
      ? `${rows} rows in both, with another content`
      : `${rows} rows in the source, ${readableCount(targetRows)} in the target`
  return `${table} of ${harmless(shop)}: ${what}`
}
