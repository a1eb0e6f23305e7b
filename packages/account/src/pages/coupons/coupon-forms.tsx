import { useState } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../api/operations.ts'
import { useAnswer, useChange } from '../../api/use-call.ts'
import { Deletion } from '../../parts/deletion.tsx'
import { changesBetween } from '../../parts/changes-between.ts'
import { Form } from '../../parts/form.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { draftOf, inputOf, plainCoupon } from './coupon-draft.ts'
import { CouponFields } from './coupon-fields.tsx'
import { texts } from './texts.ts'

export function NewCoupon() {
  const { say, timeZone } = useSpeech()
  const [, go] = useLocation()
  const { data: shop } = useAnswer('getShop')
  const draft = useDraft(plainCoupon)
  const [products, setProducts] = useState<readonly string[]>([])
  const change = useChange('createCoupon', {
    changes: ['listCoupons'],
    onDone: () => {
      go('/coupons')
    },
  })
  return (
    <Form
      change={change}
      submit={say('common.create')}
      onSubmit={() => {
        change.send(inputOf(draft.values, products, timeZone))
      }}
    >
      <CouponFields
        draft={draft}
        products={products}
        setProducts={setProducts}
        faultOf={change.faultOf}
        currency={shop?.currency ?? ''}
      />
    </Form>
  )
}

export function PresentCoupon({ coupon }: { readonly coupon: OutputOf<'getCoupon'> }) {
  const own = useTexts(texts)
  const { say, timeZone } = useSpeech()
  const [, go] = useLocation()
  const draft = useDraft(draftOf(coupon, timeZone))
  const [products, setProducts] = useState<readonly string[]>(coupon.products.map(String))
  const change = useChange('updateCoupon', {
    changes: ['listCoupons'],
    onDone: () => {
      go('/coupons')
    },
  })
  const deletion = useChange('deleteCoupon', {
    changes: ['listCoupons'],
    onDone: () => {
      go('/coupons')
    },
  })
  return (
    <Form
      change={deletion.error === null ? change : deletion}
      submit={say('common.save')}
      onSubmit={() => {
        const before = inputOf(draftOf(coupon, timeZone), coupon.products.map(String), timeZone)
        change.send({ coupon: coupon.code, ...changesBetween(before, inputOf(draft.values, products, timeZone)) })
      }}
      actions={
        <Deletion
          isBusy={deletion.isBusy}
          question={own('delete', { code: coupon.code })}
          onYes={() => {
            deletion.send({ coupon: coupon.code })
          }}
        />
      }
    >
      <CouponFields
        draft={draft}
        products={products}
        setProducts={setProducts}
        faultOf={change.faultOf}
        currency={coupon.currency}
      />
    </Form>
  )
}
