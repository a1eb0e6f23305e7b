import type { ImportNote } from '../database.ts'
import { noteOf, type NoteParts } from './write.ts'

/** One row for all orders of an import; none where nothing was written. */
export function importNoteOf(parts: NoteParts): ImportNote {
  const note = noteOf(parts)
  return async (tx, counts) => {
    if (counts.added + counts.updated === 0) return
    await note(tx, { action: 'orders.imported', subject: 'orders', details: { ...counts } })
  }
}
