/** An import: how far it is, and what came of it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { importOrders } from '../../api/import-orders.ts'
import type { OutputOf } from '../../api/operations.ts'
import { useSession } from '../../session/session.tsx'
import { type BadLine, linesPassedOver, linesRefusedBy, withTexts } from './bad-lines.ts'

export interface ImportWishes {
  readonly file: File
  readonly update: boolean
  readonly skipBad: boolean
}

export interface ImportOutcome {
  /** Null: it was refused, and nothing was imported. */
  readonly report: OutputOf<'importOrders'> | null
  readonly badLines: readonly BadLine[]
}

export interface Import {
  readonly start: (wishes: ImportWishes) => void
  readonly stop: () => void
  readonly forget: () => void
  readonly isBusy: boolean
  /** From 0 to 1: how much of the file has been sent. */
  readonly sent: number
  readonly outcome: ImportOutcome | undefined
  readonly error: Error | null
}

export function useImport(): Import {
  const { shop } = useSession()
  const client = useQueryClient()
  const [sent, setSent] = useState(0)
  const stopping = useRef(new AbortController())
  // What nobody waits for any more would come as a surprise.
  useEffect(
    () => () => {
      stopping.current.abort()
    },
    [],
  )
  const { mutate, reset, isPending, data, error } = useMutation({
    mutationFn: async ({ file, update, skipBad }: ImportWishes): Promise<ImportOutcome> => {
      setSent(0)
      stopping.current = new AbortController()
      const { signal } = stopping.current
      try {
        const report = await importOrders({ shop: shop.login, file, update, skipBad, onSent: setSent, signal })
        return { report, badLines: await withTexts(file, linesPassedOver(report)) }
      } catch (failure) {
        const refused = linesRefusedBy(failure)
        if (refused === undefined) throw failure
        return { report: null, badLines: await withTexts(file, refused) }
      }
    },
    // Whatever is shown of the shop may look different now.
    onSuccess: async () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === shop.login }),
  })
  return {
    start: mutate,
    stop: () => {
      stopping.current.abort()
    },
    forget: reset,
    isBusy: isPending,
    sent,
    outcome: data,
    error,
  }
}
