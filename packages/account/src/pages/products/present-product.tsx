import { useState } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { Deletion } from '../../parts/deletion.tsx'
import { changesBetween } from '../../parts/changes-between.ts'
import { Form } from '../../parts/form.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { draftOf, inputOf } from './product-draft.ts'
import { ProductFields } from './product-fields.tsx'
import { texts } from './texts.ts'

export function PresentProduct({ product }: { readonly product: OutputOf<'getProduct'> }) {
  const own = useTexts(texts)
  const { say } = useSpeech()
  const [, go] = useLocation()
  const [before, setBefore] = useState(product)
  const draft = useDraft(draftOf(product))
  const change = useChange('updateProduct', { changes: ['listProducts'], onDone: setBefore })
  const deletion = useChange('deleteProduct', {
    changes: ['listProducts'],
    onDone: () => {
      go('/products')
    },
  })
  return (
    <Form
      change={deletion.error === null ? change : deletion}
      isSaved={change.answer !== undefined}
      submit={say('common.save')}
      onSubmit={() => {
        change.send({ product: product.name, ...changesBetween(inputOf(draftOf(before)), inputOf(draft.values)) })
      }}
      actions={
        <Deletion
          isBusy={deletion.isBusy}
          question={own('delete', { name: product.title })}
          onYes={() => {
            deletion.send({ product: product.name })
          }}
        />
      }
    >
      <ProductFields draft={draft} faultOf={change.faultOf} currency={product.currency} />
    </Form>
  )
}
