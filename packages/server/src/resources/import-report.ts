/** What became of a file of orders, as API v1 tells it. */
import { z } from 'zod'

const count = z.int().min(0)

export const importReport = z
  .strictObject({
    added: count.meta({ title: 'Added', description: 'Orders that are new.' }),
    same: count.meta({ title: 'Same', description: 'Orders that are stored already, with the same content.' }),
    updated: count.meta({ title: 'Updated', description: 'Orders that were stored with another content.' }),
    rejected: count.meta({ title: 'Rejected', description: 'Lines that were passed over.' }),
    rejected_lines: z
      .array(
        z.strictObject({
          line: z.int().min(1).meta({ title: 'Line', description: 'Its number in the file, from 1.' }),
          detail: z.string().meta({ title: 'Detail', description: 'What is wrong with it, for people.' }),
        }),
      )
      .meta({ title: 'Rejected lines', description: 'The first thousand of them.' }),
  })
  .meta({ id: 'ImportReport', title: 'Import report' })
