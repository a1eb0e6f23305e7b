/** From the address to the page. Pages are loaded when they are first asked for. */
import { Center, Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { pages } from './pages.ts'
import { Boundary } from './parts/boundary.tsx'
import { Failure } from './parts/failure.tsx'
import { Nowhere } from './parts/nowhere.tsx'
import { Shell } from './parts/shell.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { SessionProvider, useMe, useSession } from './session/session.tsx'

const WelcomePage = lazy(async () => ({ default: (await import('./pages/welcome.tsx')).WelcomePage }))

export function App() {
  return (
    <Router base="/account">
      <Boundary>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/welcome" component={WelcomePage} />
            <Route component={Inside} />
          </Switch>
        </Suspense>
      </Boundary>
    </Router>
  )
}

function Inside() {
  const { data: me, error, refetch } = useMe()
  if (error !== null && me === undefined) return <Failure error={error} again={() => void refetch()} />
  if (me === undefined) return <Waiting />
  if (me === null || me.shops.length === 0) return <SignInPage />
  return (
    <SessionProvider key={me.user.id} me={me}>
      <Shell>
        <Pages />
      </Shell>
    </SessionProvider>
  )
}

function Pages() {
  const { shop } = useSession()
  const [at] = useLocation()
  return (
    // Anew for each address: what broke at one does not stay at the next, nor what was typed for one shop in another.
    <Boundary key={`${shop.login}${at}`}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          {pages.map(({ path, Content, isForOwners = false }) => (
            <Route key={path} path={path}>
              {(params: Readonly<Record<string, string>>) =>
                isForOwners && shop.role !== 'owner' ? <Nowhere isForOwners /> : <Content {...params} />
              }
            </Route>
          ))}
          <Route>
            <Nowhere isForOwners={false} />
          </Route>
        </Switch>
      </Suspense>
    </Boundary>
  )
}

function Waiting() {
  return (
    <Center mih={200}>
      <Loader aria-label="…" />
    </Center>
  )
}
