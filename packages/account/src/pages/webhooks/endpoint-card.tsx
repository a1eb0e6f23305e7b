import { Alert, Anchor, Badge, Card, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import type { OutputOf } from '../../api/operations.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts as deliveryTexts } from '../deliveries/texts.ts'
import { EndpointActions } from './endpoint-actions.tsx'
import { texts } from './texts.ts'

type Endpoint = OutputOf<'getWebhookEndpoint'>

interface EndpointCardProps {
  readonly endpoint: Endpoint
  /** Is given a secret that was made. */
  readonly onSecret: (secret: string) => void
}

export function EndpointCard({ endpoint, onSecret }: EndpointCardProps) {
  const say = useTexts(texts)
  const sayType = useTexts(deliveryTexts)
  const { number, url, description, types } = endpoint
  return (
    <Card withBorder component="section">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {description === '' ? say('number', { number }) : description}
          </Title>
          <Health endpoint={endpoint} />
        </Group>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Text>
        <Text size="sm" c="dimmed">
          {types === null ? say('typesAll') : types.map((type) => sayType(`type.${type}`)).join(', ')}
        </Text>
        <Trouble endpoint={endpoint} />
        <EndpointActions endpoint={endpoint} onSecret={onSecret} />
        <Anchor component={Link} href={`/deliveries?endpoint=${number}`} size="sm" underline="always">
          {say('deliveries')}
        </Anchor>
      </Stack>
    </Card>
  )
}

function Health({ endpoint: { enabled, failing_since: since } }: { readonly endpoint: Endpoint }) {
  const say = useTexts(texts)
  const [color, name] = !enabled
    ? (['gray', 'disabled'] as const)
    : since === null
      ? (['teal', 'enabled'] as const)
      : (['red', 'failing'] as const)
  return (
    <Badge color={color} variant="dot" tt="none" miw="max-content">
      {say(name)}
    </Badge>
  )
}

/** Why it is told nothing, or may soon be. */
function Trouble({ endpoint }: { readonly endpoint: Endpoint }) {
  const say = useTexts(texts)
  const { time } = useSpeech()
  const { disabled_reason: reason, disabled_at: at, failing_since: since, previous_secret_until: until } = endpoint
  return (
    <>
      {reason !== null && (
        <Alert color={reason === 'asked' ? 'gray' : 'yellow'}>
          {say(`reason.${reason}`, { time: at === null ? '' : time(at) })} {say('reasonNext')}
        </Alert>
      )}
      {reason === null && since !== null && <Alert color="yellow">{say('failingSince', { time: time(since) })}</Alert>}
      {until !== null && <Text size="sm">{say('previousUntil', { time: time(until) })}</Text>}
    </>
  )
}
