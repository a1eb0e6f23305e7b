/** Who is signed in, and in which of their shops they work. */
import { readLocalStorageValue, useSessionStorage, useWindowEvent } from '@mantine/hooks'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { TimeZoneProvider } from '../texts/language.tsx'
import { fetchMe, type Me, type MyShop } from '../api/account.ts'

interface Session {
  readonly me: Me
  readonly shop: MyShop
  readonly chooseShop: (login: string) => void
}

const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('Nobody is signed in here.')
  return session
}

/** Null: nobody. */
export function useMe() {
  const client = useQueryClient()
  return useQuery({
    queryKey: ['me'],
    async queryFn() {
      const before = client.getQueryData<Me | null>(['me'])
      const me = await fetchMe()
      // Somebody else signed in, in another tab.
      if (before?.user.id !== me?.user.id) forgetShops(client)
      return me
    },
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: 'always',
    retry: false,
  })
}

/** For after signing in and out: nothing of what was seen before stays. */
export function useForgetEverything(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    forgetShops(client)
    await client.refetchQueries({ queryKey: ['me'] })
  }
}

const shopKey = 'billkeep-shop'

/** Each tab keeps its shop, whatever is chosen in others; a new one begins with that of the tab it is opened from. */
function useShopOfTab() {
  const [chosen, choose] = useSessionStorage({
    key: shopKey,
    defaultValue: readLocalStorageValue({ key: shopKey, defaultValue: '' }),
    getInitialValueInEffect: false,
  })
  const chooseShop = useCallback(
    (login: string) => {
      choose(login)
      keepLast(login)
    },
    [choose],
  )
  useWindowEvent('focus', () => {
    if (chosen !== '') keepLast(chosen)
  })
  return [chosen, chooseShop] as const
}

/** As the library writes it, of which only a hook is offered. */
function keepLast(login: string): void {
  window.localStorage.setItem(shopKey, JSON.stringify(login))
}

function forgetShops(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
}

export function SessionProvider({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  const [chosen, chooseShop] = useShopOfTab()
  const shop = me.shops.find(({ login }) => login === chosen) ?? me.shops[0]
  const session = useMemo(() => shop && { me, shop, chooseShop }, [me, shop, chooseShop])
  if (session === undefined) return null
  return (
    <SessionContext.Provider value={session}>
      <TimeZoneProvider timeZone={session.shop.time_zone}>{children}</TimeZoneProvider>
    </SessionContext.Provider>
  )
}
