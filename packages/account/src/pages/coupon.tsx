/** One coupon, which is changed here, or made where the address names none. */
import { Skeleton, Stack } from '@mantine/core'
import { useAnswer } from '../api/use-call.ts'
import { Failure } from '../parts/failure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAddress } from '../parts/use-address.ts'
import { useTexts } from '../texts/language.tsx'
import { NewCoupon, PresentCoupon } from './coupons/coupon-forms.tsx'
import { texts } from './coupons/texts.ts'

export function CouponPage() {
  const own = useTexts(texts)
  const code = useAddress().get('code')
  return (
    <Stack>
      <PageHead
        title={code === '' ? own('new') : own('one', { code })}
        back={{ to: '/coupons', label: own('title') }}
      />
      {code === '' ? <NewCoupon /> : <Loaded code={code} />}
    </Stack>
  )
}

function Loaded({ code }: { readonly code: string }) {
  const { data, error, refetch } = useAnswer('getCoupon', { coupon: code }, { forForm: true })
  if (data !== undefined) return <PresentCoupon key={data.number} coupon={data} />
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  return <Skeleton height={240} />
}
