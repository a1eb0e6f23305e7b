import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { currentSession, endSession, listSessions } from '../../api/account.ts'
import { Failure } from '../../parts/failure.tsx'
import { Refusal } from '../../parts/refusal.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { deviceOf } from './device-of.ts'
import { texts } from './texts.ts'

/** Where the user is signed in; each but this can be ended. */
export function Sessions() {
  const { time } = useSpeech()
  const own = useTexts(texts)
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: async () => {
      const [all, present] = await Promise.all([listSessions(), currentSession()])
      return all.map((session) => ({ ...session, isThis: session.token === present.session.token }))
    },
  })
  const {
    mutate,
    variables,
    isPending,
    error: refused,
  } = useMutation({
    mutationFn: endSession,
    onSuccess: async () => client.invalidateQueries({ queryKey: ['sessions'] }),
  })
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  if (data === undefined) return <Skeleton height={60} />
  return (
    <Stack>
      <Refusal error={refused} />
      {data.map(({ id, token, userAgent, ipAddress, updatedAt, isThis }) => (
        <Group key={id} justify="space-between" wrap="nowrap">
          <Stack gap={0}>
            <Text size="sm" lineClamp={1}>
              {deviceOf(userAgent ?? '?')}
            </Text>
            <Text size="xs" c="dimmed">
              {ipAddress ?? ''} {time(updatedAt)}
            </Text>
          </Stack>
          {isThis ? (
            <Badge variant="default" tt="none">
              {own('this')}
            </Badge>
          ) : (
            <Button
              variant="default"
              size="xs"
              loading={isPending && variables === token}
              onClick={() => {
                mutate(token)
              }}
            >
              {own('end')}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  )
}
