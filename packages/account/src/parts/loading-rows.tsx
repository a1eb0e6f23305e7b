import { Skeleton, Stack } from '@mantine/core'
import { useSpeech } from '../texts/language.tsx'

/** Where rows will be. */
export function LoadingRows({ rows = 8 }: { readonly rows?: number }) {
  const { say } = useSpeech()
  return (
    <Stack gap="xs" role="status" aria-label={say('common.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={40} />
      ))}
    </Stack>
  )
}
