import { Badge } from '@mantine/core'
import type { OutputOf } from '../api/operations.ts'
import { useSpeech } from '../texts/language.tsx'

type Status = OutputOf<'getOrder'>['status']

const colors = { waiting: 'yellow', paid: 'teal', cancelled: 'gray', returned: 'grape' } as const satisfies Record<
  Status,
  string
>

export function StatusBadge({ status }: { readonly status: Status }) {
  const { say } = useSpeech()
  return (
    <Badge color={colors[status]} variant="dot" tt="none" miw="max-content">
      {say(`status.${status}`)}
    </Badge>
  )
}
