/** One product, which is changed here, or made where the address names none. */
import { Skeleton, Stack } from '@mantine/core'
import { useAnswer } from '../api/use-call.ts'
import { Failure } from '../parts/failure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAddress } from '../parts/use-address.ts'
import { useTexts } from '../texts/language.tsx'
import { NewProduct } from './products/new-product.tsx'
import { PresentProduct } from './products/present-product.tsx'
import { texts } from './products/texts.ts'

export function ProductPage() {
  const own = useTexts(texts)
  const name = useAddress().get('name')
  return (
    <Stack>
      <PageHead
        title={name === '' ? own('new') : own('one', { name })}
        back={{ to: '/products', label: own('title') }}
      />
      {name === '' ? <NewProduct /> : <Loaded name={name} />}
    </Stack>
  )
}

function Loaded({ name }: { readonly name: string }) {
  const { data, error, refetch } = useAnswer('getProduct', { product: name }, { forForm: true })
  if (data !== undefined) return <PresentProduct key={data.number} product={data} />
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  return <Skeleton height={320} />
}
