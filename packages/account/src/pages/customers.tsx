/** Who has ordered under an address, all their orders, and what the old API tells of them. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-call.ts'
import { useReason } from '../api/use-reason.ts'
import { Failure } from '../parts/failure.tsx'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAddress } from '../parts/use-address.ts'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { CustomerDetails } from './customers/customer-details.tsx'
import { texts } from './customers/texts.ts'

export function CustomersPage() {
  const own = useTexts(texts)
  const address = useAddress()
  const email = address.get('email')
  return (
    <Stack>
      <PageHead title={own('title')} />
      <EmailForm
        key={email}
        present={email}
        onFind={(found) => {
          address.set({ email: found })
        }}
      />
      {email === '' ? <Text>{own('begin')}</Text> : <Customer email={email} />}
    </Stack>
  )
}

function EmailForm({ present, onFind }: { readonly present: string; readonly onFind: (email: string) => void }) {
  const { say } = useSpeech()
  const own = useTexts(texts)
  const [email, setEmail] = useState(present)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onFind(email.trim())
      }}
    >
      <Group align="flex-end">
        <TextInput
          label={say('signIn.email')}
          type="text"
          inputMode="email"
          autoComplete="off"
          required
          flex={1}
          miw={220}
          value={email}
          onChange={(event) => {
            setEmail(event.currentTarget.value)
          }}
        />
        <Button type="submit">{own('find')}</Button>
      </Group>
    </form>
  )
}

function Customer({ email }: { readonly email: string }) {
  const reasonOf = useReason()
  const own = useTexts(texts)
  const { data, error, refetch } = useAnswer('getCustomer', { email, limit: 1 })
  if (data !== undefined) return <CustomerDetails customer={data} />
  if (error === null) return <LoadingRows />
  const isNobody = error instanceof Problem && (error.status === 404 || error.status === 422)
  if (!isNobody) return <Failure error={error} again={() => void refetch()} />
  return <Text role="status">{error.status === 404 ? own('nobody', { email }) : reasonOf(error)}</Text>
}
