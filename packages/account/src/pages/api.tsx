/** What lets the shop's programs in: its key, tokens, and the addresses that may call. For owners. */
import { List, Stack, Text } from '@mantine/core'
import { useAnswer } from '../api/use-call.ts'
import { ApiNavigation } from '../parts/api-navigation.tsx'
import { Copyable } from '../parts/copyable.tsx'
import { Failure } from '../parts/failure.tsx'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Part } from '../parts/part.tsx'
import { useSession } from '../session/session.tsx'
import { useTexts } from '../texts/language.tsx'
import { AddressList } from './api/address-list.tsx'
import { ShopKey } from './api/shop-key.tsx'
import { texts } from './api/texts.ts'
import { Tokens } from './api/tokens.tsx'

export function ApiPage() {
  const say = useTexts(texts)
  return (
    <Stack>
      <PageHead title={say('title')}>
        <ApiNavigation />
      </PageHead>
      <Part title={say('key')}>
        <ShopKey />
      </Part>
      <Tokens />
      <Entry />
    </Stack>
  )
}

/** Where calls come in, and from where they may. */
function Entry() {
  const say = useTexts(texts)
  const { shop } = useSession()
  const { data, error, refetch } = useAnswer('getShop')
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  return (
    <>
      <Part title={say('addresses')}>
        {data === undefined ? <LoadingRows rows={2} /> : <AddressList present={data.allowed_addresses} />}
      </Part>
      <Part title={say('domains')}>
        {data === undefined ? <LoadingRows rows={2} /> : <Domains domains={data.domains} login={shop.login} />}
      </Part>
    </>
  )
}

/** Only looked at: a name that points here is made where the server is. */
function Domains({ domains, login }: { readonly domains: readonly string[]; readonly login: string }) {
  const say = useTexts(texts)
  return (
    <Stack gap="xs">
      {domains.length === 0 ? (
        <Text>{say('noDomains')}</Text>
      ) : (
        <List>
          {domains.map((domain) => (
            <List.Item key={domain}>{domain}</List.Item>
          ))}
        </List>
      )}
      <Text size="sm" c="dimmed">
        {say('domainsHow')}
      </Text>
      <Copyable text={`billkeep shop domain add ${login} orders.example.com`} label={say('domains')} />
    </Stack>
  )
}
