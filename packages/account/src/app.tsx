/** From the address to the page. Pages are loaded when they are first asked for. */
import { Center, Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import { Failure } from './parts/failure.tsx'
import { Shell } from './parts/shell.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { SessionProvider, useMe } from './session/session.tsx'

const WelcomePage = lazy(async () => ({ default: (await import('./pages/welcome.tsx')).WelcomePage }))
const OrdersPage = lazy(async () => ({ default: (await import('./pages/orders.tsx')).OrdersPage }))
const OrderPage = lazy(async () => ({ default: (await import('./pages/order.tsx')).OrderPage }))
const OverviewPage = lazy(async () => ({ default: (await import('./pages/overview.tsx')).OverviewPage }))
const SecurityPage = lazy(async () => ({ default: (await import('./pages/security.tsx')).SecurityPage }))

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
          <Switch>
            <Route path="/" component={OverviewPage} />
            <Route path="/orders" component={OrdersPage} />
            <Route path="/orders/:number">{({ number }) => <OrderPage number={number} />}</Route>
            <Route path="/security" component={SecurityPage} />
            <Route>
              <Redirect to="/" replace />
            </Route>
          </Switch>
        </Suspense>
      </Shell>
    </SessionProvider>
  )
}

function Waiting() {
  return (
    <Center mih={200}>
      <Loader aria-label="…" />
    </Center>
  )
}
