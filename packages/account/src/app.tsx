/** From the address to the page. Pages are loaded when they are first asked for. */
import { Center, Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import { pages } from './pages.ts'
import { Failure } from './parts/failure.tsx'
import { Shell } from './parts/shell.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { SessionProvider, useMe, useSession } from './session/session.tsx'

const WelcomePage = lazy(async () => ({ default: (await import('./pages/welcome.tsx')).WelcomePage }))

export function App() {
  return (
    <Router base="/account">
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/welcome" component={WelcomePage} />
          <Route component={Inside} />
        </Switch>
      </Suspense>
    </Router>
  )
}

function Inside() {
  const { data: me, error, refetch } = useMe()
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  if (me === undefined) return <Waiting />
  if (me === null || me.shops.length === 0) return <SignInPage />
  return (
    <SessionProvider me={me}>
      <Shell>
        <Suspense fallback={<Waiting />}>
          <Pages />
        </Suspense>
      </Shell>
    </SessionProvider>
  )
}

function Pages() {
  const { shop } = useSession()
  const open = pages.filter(({ isForOwners = false }) => !isForOwners || shop.role === 'owner')
  return (
    <Switch>
      {open.map(({ path, Content }) => (
        <Route key={path} path={path}>
          {(params: Readonly<Record<string, string>>) => <Content {...params} />}
        </Route>
      ))}
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  )
}

function Waiting() {
  return (
    <Center mih={200}>
      <Loader aria-label="…" />
    </Center>
  )
}
