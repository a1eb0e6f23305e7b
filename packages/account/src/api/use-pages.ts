/** A list of API v1, a page after the other. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useSession } from '../session/session.tsx'
import { call, type OperationName, type OutputOf } from './operations.ts'

/** Operations that answer `{ data, next_cursor }`. */
type ListName = {
  [Name in OperationName]: OutputOf<Name> extends { readonly data: readonly unknown[]; readonly next_cursor: unknown }
    ? Name
    : never
}[OperationName]

export type RowOf<Name extends ListName> = OutputOf<Name>['data'][number]

export interface PagesOf<Row> {
  /** Undefined: not known yet. */
  readonly rows: readonly Row[] | undefined
  readonly error: Error | null
  readonly isOld: boolean
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly more: () => void
  readonly again: () => void
}

interface PagesOptions {
  /** It is asked for again so often. */
  readonly everyMs?: number | undefined
}

const fewPages = 4

/** Its query key is `[name, login, input]`. */
export function usePages<Name extends ListName>(
  name: Name,
  input: Readonly<Record<string, unknown>>,
  { everyMs }: PagesOptions = {},
): PagesOf<RowOf<Name>> {
  const { shop } = useSession()
  const query = useInfiniteQuery({
    queryKey: [name, shop.login, input],
    queryFn: async ({ pageParam, signal }) =>
      call(name, { limit: 50, ...input, cursor: pageParam }, { shop: shop.login, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }: { next_cursor: string | null }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    // All of them would be asked for again, one after the other.
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= fewPages,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  })
  return {
    rows: query.data?.pages.flatMap(({ data }): readonly RowOf<Name>[] => data),
    error: query.error,
    isOld: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  }
}
