/** One thing of API v1, read or changed. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../session/session.tsx'
import { useSpeech } from '../texts/language.tsx'
import { call, type OperationName, type OutputOf } from './operations.ts'
import { Problem } from './problem.ts'
import { randomKey } from './random-key.ts'
import { useOnce } from './use-once.ts'

type Input = Readonly<Record<string, unknown>>

export interface AnswerOptions<Name extends OperationName> {
  /** In how many milliseconds it is asked for again, given what was answered; undefined: not by itself. */
  readonly everyMs?: (answer: OutputOf<Name>) => number | undefined
  /** A form begins with what is there now, and does not change under the hand. */
  readonly forForm?: boolean
}

/** Its query key is `[name, login, input]`. */
export function useAnswer<Name extends OperationName>(
  name: Name,
  input: Input = {},
  { everyMs, forForm = false }: AnswerOptions<Name> = {},
) {
  const { shop } = useSession()
  return useQuery<OutputOf<Name>>({
    queryKey: [name, shop.login, input],
    queryFn: async ({ signal }) => call(name, input, { shop: shop.login, signal }),
    refetchInterval: ({ state: { data } }) => (data === undefined ? false : (everyMs?.(data) ?? false)),
    ...(forForm ? { gcTime: 0, refetchOnWindowFocus: false } : {}),
  })
}

export interface ChangeOptions<Name extends OperationName> {
  /** What may look different after it: everything that was asked by one of these is asked again; `me`: who one is, and of which shops. */
  readonly changes: readonly (OperationName | 'me')[]
  readonly onDone?: (answer: OutputOf<Name>) => void
}

export interface ChangeOf<Name extends OperationName> {
  readonly send: (input: Input) => void
  readonly isBusy: boolean
  readonly error: Error | null
  readonly answer: OutputOf<Name> | undefined
  /** What is wrong with that field, as the server says; undefined: nothing. */
  readonly faultOf: (field: string) => string | undefined
  readonly forget: () => void
}

/** Whether somebody else was faster: what is shown is no longer so. */
export function isOutdated(failure: Error): boolean {
  return failure instanceof Problem && (failure.status === 404 || failure.status === 409)
}

/** What got lost on its way is sent once more with the same key, and two clicks are one wish: nothing happens twice. */
export function useChange<Name extends OperationName>(name: Name, options: ChangeOptions<Name>): ChangeOf<Name> {
  const { changes, onDone } = options
  const { shop } = useSession()
  const { refusal } = useSpeech()
  const client = useQueryClient()
  const isFirst = useOnce()
  const lookAgain = async (): Promise<unknown> =>
    Promise.all(
      changes.map(async (each) => client.invalidateQueries({ queryKey: each === 'me' ? [each] : [each, shop.login] })),
    )
  const { mutate, isPending, error, data, reset } = useMutation({
    mutationFn: async ({ input, key }: { readonly input: Input; readonly key: string }) =>
      call(name, input, { shop: shop.login, idempotencyKey: key }),
    retry: (failures, failure) => failures < 1 && !(failure instanceof Problem),
    async onSuccess(answer) {
      onDone?.(answer)
      await lookAgain()
    },
    onError(failure) {
      if (isOutdated(failure)) void lookAgain()
    },
  })
  const faults = error instanceof Problem ? error.faults : []
  return {
    send: (input) => {
      if (isFirst(input)) mutate({ input, key: randomKey() })
    },
    isBusy: isPending,
    error,
    answer: data,
    faultOf(field) {
      const fault = faults.find((each) => each.field === field)
      return fault && refusal(fault.detail)
    },
    forget: reset,
  }
}
