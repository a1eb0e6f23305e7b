/** How the shop is doing: money and orders of some days, and what somebody should look at. */
import { Skeleton, Stack } from '@mantine/core'
import { useAnswer } from '../api/use-call.ts'
import { Failure } from '../parts/failure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAddress } from '../parts/use-address.ts'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { Attention } from './overview/attention.tsx'
import { rangeIn } from './overview/range.ts'
import { RangePicker } from './overview/range-picker.tsx'
import { SalesFigures } from './overview/sales-figures.tsx'
import { texts } from './overview/texts.ts'

export function OverviewPage() {
  const own = useTexts(texts)
  const address = useAddress()
  const { timeZone } = useSpeech()
  const { data, error, refetch } = useAnswer('getSales', { ...rangeIn(address, timeZone) })
  return (
    <Stack>
      <PageHead title={own('title')}>
        <RangePicker address={address} />
      </PageHead>
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={320} />}
      {data !== undefined && <SalesFigures sales={data} />}
      <Attention />
    </Stack>
  )
}
