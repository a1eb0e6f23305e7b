/** One delivery: what is sent, to whom, what was answered; and sent again. */
import { Alert, Anchor, Button, Code, Group, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { OutputOf } from '../api/operations.ts'
import { Problem } from '../api/problem.ts'
import { useAnswer, useChange } from '../api/use-call.ts'
import { Failure } from '../parts/failure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Part } from '../parts/part.tsx'
import { Refusal } from '../parts/refusal.tsx'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { DeliveryContent } from './deliveries/delivery-content.tsx'
import { DeliveryState } from './deliveries/delivery-state.tsx'
import { texts } from './deliveries/texts.ts'

type Delivery = OutputOf<'getDelivery'>

/** While something may still come of it. */
const everyMs = 2_000

export function DeliveryPage({ delivery: id }: { readonly delivery: string }) {
  const say = useTexts(texts)
  const { data, error, refetch } = useAnswer(
    'getDelivery',
    { delivery: id },
    { everyMs: ({ state }) => (state === 'pending' ? everyMs : undefined) },
  )
  const isGone = error instanceof Problem && error.status === 404
  return (
    <Stack>
      <PageHead
        title={data === undefined ? say('happened') : say(`type.${data.type}`)}
        back={{ to: '/deliveries', label: say('back') }}
      >
        {data !== undefined && <DeliveryState state={data.state} />}
      </PageHead>
      {isGone && <Alert color="yellow">{say('gone', { id })}</Alert>}
      {error !== null && !isGone && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={240} />}
      {data !== undefined && <Details delivery={data} />}
    </Stack>
  )
}

function Details({ delivery }: { readonly delivery: Delivery }) {
  const say = useTexts(texts)
  const { content, last_answer: answer, endpoint } = delivery
  return (
    <>
      <Retry delivery={delivery} />
      <Part title={say('happened')}>
        <Facts delivery={delivery} />
      </Part>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Part title={say('sent')}>
          <DeliveryContent content={content} isForm={endpoint === null} />
        </Part>
        <Part title={say('answer')}>
          {answer === '' ? (
            <Text size="sm">{say('noAnswer')}</Text>
          ) : (
            <Code block tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {answer}
            </Code>
          )}
        </Part>
      </SimpleGrid>
    </>
  )
}

function Retry({ delivery: { id } }: { readonly delivery: Delivery }) {
  const say = useTexts(texts)
  const { send, isBusy, error, answer } = useChange('redeliverDelivery', { changes: ['getDelivery', 'listDeliveries'] })
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        loading={isBusy}
        onClick={() => {
          send({ delivery: id })
        }}
      >
        {say('retry')}
      </Button>
      <Refusal error={error} />
      {answer !== undefined && (
        <Text size="sm" role="status">
          {say('retried')}
        </Text>
      )}
    </Stack>
  )
}

function Facts({ delivery }: { readonly delivery: Delivery }) {
  const say = useTexts(texts)
  const { time, refusal } = useSpeech()
  const { order, product, url, attempts, state, next_attempt_at: next, last_attempt_at: last } = delivery
  const { last_status: status, last_problem: problem } = delivery
  return (
    <Stack gap={4}>
      {order !== null && (
        <Anchor component={Link} href={`/orders/${order}`} underline="always">
          {say('order', { number: order })}
        </Anchor>
      )}
      {product !== null && <Text size="sm">{say('product', { number: product })}</Text>}
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {say('address')}: {url}
      </Text>
      <Group gap="xs">
        <Text size="sm">{say('attempts', { count: attempts })}</Text>
        {last !== null && <Text size="sm">· {time(last)}</Text>}
        {status !== null && <Text size="sm">· {say('answered', { status })}</Text>}
      </Group>
      {problem !== null && problem !== `answered ${status}` && (
        <Text size="sm">
          {say('problem')}: {refusal(problem)}
        </Text>
      )}
      {next !== null && <Text size="sm">{say('nextAt', { time: time(next) })}</Text>}
      {state === 'pending' && next === null && <Text size="sm">{say('waits')}</Text>}
      {state === 'failed' && <Text size="sm">{say('failedFor')}</Text>}
    </Stack>
  )
}
