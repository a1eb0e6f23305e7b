import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/use-call.ts'
import { Form } from '../../parts/form.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { inputOf, plainProduct } from './product-draft.ts'
import { ProductFields } from './product-fields.tsx'
import { texts } from './texts.ts'

export function NewProduct() {
  const own = useTexts(texts)
  const { say } = useSpeech()
  const [, go] = useLocation()
  const { data: shop } = useAnswer('getShop')
  const draft = useDraft(plainProduct)
  const change = useChange('createProduct', {
    changes: ['listProducts'],
    onDone: ({ name }) => {
      go(`/products/edit?name=${encodeURIComponent(name)}`, { replace: true })
    },
  })
  return (
    <Form
      change={change}
      submit={say('common.create')}
      onSubmit={() => {
        change.send({ name: draft.values.name, ...inputOf(draft.values) })
      }}
    >
      <ProductFields draft={draft} faultOf={change.faultOf} currency={shop?.currency ?? ''} isNew />
      {own('testLater')}
    </Form>
  )
}
