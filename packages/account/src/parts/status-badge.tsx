import type { OutputOf } from '../api/operations.ts'
import { useSpeech } from '../texts/language.tsx'
import classes from './status-badge.module.css'

type Status = OutputOf<'getOrder'>['status']

export function StatusBadge({ status }: { readonly status: Status }) {
  const { say } = useSpeech()
  return <span className={`${classes['badge']} ${classes[status]}`}>{say(`status.${status}`)}</span>
}
