import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PagesOf } from '../api/use-pages.ts'
import { useSpeech } from '../texts/language.tsx'
import { Failure } from './failure.tsx'
import { LoadingRows } from './loading-rows.tsx'

interface FoundProps<Row> {
  readonly pages: PagesOf<Row>
  /** What is said where there is nothing. */
  readonly empty: ReactNode
  /** `isOld` while rows of another question are shown until the answer comes. */
  readonly children: (rows: readonly Row[], isOld: boolean) => ReactNode
}

/** A list that may be loading, failing, empty or longer than what is shown of it. */
export function Found<Row>({ pages, empty, children }: FoundProps<Row>) {
  const { say } = useSpeech()
  const { rows, error, isOld, hasMore, isLoadingMore, more, again } = pages
  if (error !== null && (rows === undefined || rows.length === 0)) return <Failure error={error} again={again} />
  if (rows === undefined || (rows.length === 0 && isOld)) return <LoadingRows />
  if (rows.length === 0 && !hasMore) return typeof empty === 'string' ? <Text>{empty}</Text> : empty
  return (
    <>
      {error !== null && <Failure error={error} again={again} />}
      {children(rows, isOld)}
      {hasMore && (
        <Button variant="default" loading={isLoadingMore} onClick={more}>
          {say('common.more')}
        </Button>
      )}
    </>
  )
}
