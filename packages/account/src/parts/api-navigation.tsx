import { Button, Group } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { useSpeech } from '../texts/language.tsx'

const places = [
  { to: '/api', name: 'nav.keys' },
  { to: '/api/console', name: 'nav.console' },
  { to: '/api/requests', name: 'nav.requests' },
] as const

/** Between the pages about the API. */
export function ApiNavigation() {
  const { say } = useSpeech()
  const [path] = useLocation()
  return (
    <Group gap="xs" component="nav" aria-label={say('nav.api')}>
      {places.map(({ to, name }) => (
        <Button
          key={to}
          component={Link}
          href={to}
          size="xs"
          variant={path === to ? 'filled' : 'default'}
          aria-current={path === to ? 'page' : undefined}
        >
          {say(name)}
        </Button>
      ))}
    </Group>
  )
}
