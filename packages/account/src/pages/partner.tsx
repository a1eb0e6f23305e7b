/** One partner, who is changed here, or made where the address names none. */
import { Skeleton, Stack } from '@mantine/core'
import { useAnswer } from '../api/use-call.ts'
import { Failure } from '../parts/failure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAddress } from '../parts/use-address.ts'
import { useTexts } from '../texts/language.tsx'
import { NewPartner, PresentPartner } from './partners/partner-forms.tsx'
import { texts } from './partners/texts.ts'

export function PartnerPage() {
  const own = useTexts(texts)
  const login = useAddress().get('login')
  return (
    <Stack>
      <PageHead
        title={login === '' ? own('new') : own('one', { login })}
        back={{ to: '/partners', label: own('title') }}
      />
      {login === '' ? <NewPartner /> : <Loaded login={login} />}
    </Stack>
  )
}

function Loaded({ login }: { readonly login: string }) {
  const { data, error, refetch } = useAnswer('getPartner', { partner: login }, { forForm: true })
  if (data !== undefined) return <PresentPartner key={data.number} partner={data} />
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  return <Skeleton height={160} />
}
