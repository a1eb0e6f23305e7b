/** What is around every page: where one is, which shop, who. */
import { AppShell, Burger, Button, Container, Group, NavLink, NativeSelect, Text, VisuallyHidden } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { signOut } from '../api/account.ts'
import { useForgetEverything, useSession } from '../session/session.tsx'
import { pages } from '../pages.ts'
import { useSpeech } from '../texts/language.tsx'
import { Preferences } from './preferences.tsx'
import { Refusal } from './refusal.tsx'
import { contentId, focusContent, SkipLink } from './skip-link.tsx'

export function Shell({ children }: { readonly children: ReactNode }) {
  const { say } = useSpeech()
  const [isOpen, { toggle, close }] = useDisclosure()
  useFocusInContent()
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <SkipLink />
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={say('nav.menu')} />
            <Text fw={700}>{say('app.name')}</Text>
          </Group>
          <Preferences />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" style={{ overflowY: 'auto' }}>
        <Navigation onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id={contentId} tabIndex={-1} style={{ outline: 'none' }}>
        <Container size="lg" px={0}>
          {children}
        </Container>
      </AppShell.Main>
    </AppShell>
  )
}

/** The page of the navigation to which that path belongs. */
function placeOf(path: string): string {
  return pages.find(({ path: to, name }) => name !== undefined && to !== '/' && isWithin(path, to))?.path ?? '/'
}

function isWithin(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)
}

/** Where the link that was followed is gone with its page, the keys go on in the new one. */
function useFocusInContent(): void {
  const [path] = useLocation()
  useEffect(() => {
    if (document.activeElement === document.body) focusContent()
  }, [path])
}

function Navigation({ onGo }: { readonly onGo: () => void }) {
  const { say, timeZone } = useSpeech()
  const { me, shop, chooseShop } = useSession()
  const [path, go] = useLocation()
  const { mutate, isPending, error } = useMutation({ mutationFn: signOut, onSuccess: useForgetEverything() })
  return (
    <>
      {me.shops.length > 1 && (
        <NativeSelect
          label={say('nav.shop')}
          value={shop.login}
          onChange={(event) => {
            chooseShop(event.currentTarget.value)
            // What is looked at is of the other shop; of its kind there may be something here, too.
            go(placeOf(path))
          }}
          data={me.shops.map(({ login, title }) => ({ value: login, label: title === '' ? login : title }))}
          mb="sm"
        />
      )}
      {pages.map(
        ({ path: to, name, isForOwners = false }) =>
          name !== undefined &&
          (!isForOwners || shop.role === 'owner') && (
            <NavLink
              key={to}
              variant="filled"
              component={Link}
              href={to}
              label={say(name)}
              active={isWithin(path, to)}
              aria-current={path === to ? 'page' : undefined}
              onClick={onGo}
            />
          ),
      )}
      <Text size="sm" mt="auto" pt="sm" c="dimmed" truncate style={{ flexShrink: 0 }}>
        <VisuallyHidden>{say('signIn.email')}: </VisuallyHidden>
        {me.user.email}
      </Text>
      <Text size="xs" c="dimmed" style={{ flexShrink: 0, overflowWrap: 'anywhere' }}>
        {say('nav.zone', { zone: timeZone.replaceAll('_', ' ') })}
      </Text>
      <Refusal error={error} />
      <Button
        variant="default"
        mt="xs"
        style={{ flexShrink: 0 }}
        loading={isPending}
        onClick={() => {
          mutate()
        }}
      >
        {say('nav.signOut')}
      </Button>
    </>
  )
}
