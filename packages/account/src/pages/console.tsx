/** Builds a signed call of any function of the order API, sends it, and shows it as programs. For owners. */
import { NativeSelect, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { call } from '../api/operations.ts'
import { useAnswer } from '../api/use-call.ts'
import { functions } from '../generated/functions.ts'
import { ApiNavigation } from '../parts/api-navigation.tsx'
import { Failure } from '../parts/failure.tsx'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Part } from '../parts/part.tsx'
import { useSession } from '../session/session.tsx'
import { useTexts } from '../texts/language.tsx'
import type { ConsoleFunction, Values } from './console/console-function.ts'
import { Fields } from './console/fields.tsx'
import { Sending } from './console/sending.tsx'
import { signedCall } from './console/signed-call.ts'
import { texts } from './console/texts.ts'

export function ConsolePage() {
  const say = useTexts(texts)
  const [params, setParams] = useSearchParams()
  const chosen = params.get('function') ?? ''
  const called = functions.find((each) => idOf(each) === chosen) ?? functions[0]
  return (
    <Stack>
      <PageHead title={say('title')}>
        <ApiNavigation />
      </PageHead>
      <Text>{say('what')}</Text>
      {called !== undefined && (
        <>
          <NativeSelect
            label={say('function')}
            description={say('functionWhat', { version: called.version })}
            value={idOf(called)}
            maw={520}
            onChange={(event) => {
              setParams({ function: event.currentTarget.value })
            }}
            data={([1, 2] as const).map((version) => ({
              group: `API ${version}.0`,
              items: functions
                .filter((each) => each.version === version)
                .map((each) => ({ value: idOf(each), label: `${each.name} · ${each.title}` })),
            }))}
          />
          <Call key={idOf(called)} called={called} />
        </>
      )}
    </Stack>
  )
}

/** Of two functions whose names differ in capitals only, the version tells which is meant. */
function idOf({ version, name }: ConsoleFunction): string {
  return version === 1 ? name : `${name}@2`
}

function Call({ called }: { readonly called: ConsoleFunction }) {
  const say = useTexts(texts)
  const { shop } = useSession()
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(called.fields.map(({ name, sample }) => [name, sample])),
  )
  const settings = useAnswer('getShop')
  const keys = useQuery({
    queryKey: ['getShopKey', shop.login],
    queryFn: async ({ signal }) => call('getShopKey', {}, { shop: shop.login, signal }),
    gcTime: 0,
  })
  const error = settings.error ?? keys.error
  if (error !== null) {
    return (
      <Failure
        error={error}
        again={() => {
          void settings.refetch()
          void keys.refetch()
        }}
      />
    )
  }
  if (settings.data === undefined || keys.data === undefined) return <LoadingRows rows={4} />
  const { login, domains } = settings.data
  const { key } = keys.data
  return (
    <>
      {called.fields.length > 0 && (
        <Part title={say('fields')}>
          <Fields fields={called.fields} values={values} onChange={setValues} />
        </Part>
      )}
      <Sending
        called={called}
        call={signedCall({ called, values, login, key })}
        login={login}
        domains={domains}
        signingKey={key}
      />
    </>
  )
}
