/** What the shop is called, where it is, and where its customers pay. For owners. */
import { Stack } from '@mantine/core'
import { useAnswer } from '../api/use-call.ts'
import { Failure } from '../parts/failure.tsx'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../texts/language.tsx'
import { SettingsForm } from './settings/settings-form.tsx'
import { texts } from './settings/texts.ts'

export function SettingsPage() {
  const say = useTexts(texts)
  const { data, error, refetch } = useAnswer('getShop')
  return (
    <Stack>
      <PageHead title={say('page')} />
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      {error === null && data === undefined && <LoadingRows rows={6} />}
      {data !== undefined && <SettingsForm key={data.login} shop={data} />}
    </Stack>
  )
}
