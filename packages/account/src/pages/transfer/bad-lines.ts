/** Lines of a file that were not taken: what the server says of them, and what stands there in the file. */
import type { OutputOf } from '../../api/operations.ts'
import { Problem } from '../../api/problem.ts'

export interface BadLine {
  /** From 1. */
  readonly line: number
  readonly detail: string
  /** As it stands in the file. */
  readonly text: string
}

type Told = Omit<BadLine, 'text'>

/** The lines that a refusal names; undefined: it was refused for another reason. */
export function linesRefusedBy(error: unknown): readonly Told[] | undefined {
  if (!(error instanceof Problem) || error.status !== 422) return undefined
  const told = error.faults.flatMap(({ field, detail }) => {
    const [, line] = /^line (\d+)$/.exec(field) ?? []
    return line === undefined ? [] : [{ line: Number(line), detail }]
  })
  return told.length === 0 ? undefined : told
}

export function linesPassedOver({ rejected_lines: lines }: OutputOf<'importOrders'>): readonly Told[] {
  return lines
}

/** With the text of each, which only this browser has. */
export async function withTexts(file: Blob, told: readonly Told[]): Promise<readonly BadLine[]> {
  if (told.length === 0) return []
  const lines = (await file.text()).split('\n')
  return told.map((each) => ({ ...each, text: (lines[each.line - 1] ?? '').replace(/\r$/, '') }))
}

/** A file to mend and import again: each line below a remark with its reason. */
export function fileOf(lines: readonly BadLine[]): Blob {
  const text = lines.map(({ line, detail, text: given }) => `# line ${line}: ${detail}\n${given}\n`).join('')
  return new Blob([text], { type: 'application/x-ndjson' })
}
