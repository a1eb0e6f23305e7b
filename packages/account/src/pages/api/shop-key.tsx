import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { Copyable } from '../../parts/copyable.tsx'
import { Question } from '../../parts/question.tsx'
import { Refusal } from '../../parts/refusal.tsx'
import { useSession } from '../../session/session.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

/** The shop's key: not asked for before somebody wants to see it, and forgotten with the page. */
export function ShopKey() {
  const say = useTexts(texts)
  const { time } = useSpeech()
  const { shop } = useSession()
  const client = useQueryClient()
  const [isShown, setIsShown] = useState(false)
  const { data, error, isFetching } = useQuery({
    queryKey: ['getShopKey', shop.login],
    queryFn: async ({ signal }) => call('getShopKey', {}, { shop: shop.login, signal }),
    enabled: isShown,
    gcTime: 0,
  })
  return (
    <Stack>
      <Text>{say('keyWhat')}</Text>
      <Refusal error={error} />
      {isShown && data !== undefined && (
        <>
          <Copyable text={data.key} label={say('key')} />
          {data.previous_key_until !== null && (
            <Alert color="yellow">{say('keyOverlap', { time: time(data.previous_key_until) })}</Alert>
          )}
        </>
      )}
      <Group>
        <Button
          variant="default"
          loading={isFetching && data === undefined}
          onClick={() => {
            if (isShown) client.removeQueries({ queryKey: ['getShopKey'] })
            setIsShown(!isShown)
          }}
        >
          {say(isShown ? 'keyHide' : 'keyShow')}
        </Button>
        <Rotation
          onDone={() => {
            setIsShown(true)
          }}
        />
      </Group>
    </Stack>
  )
}

const daySeconds = 86_400
/** For how long the present key still works. */
const overlaps = [7 * daySeconds, 30 * daySeconds, daySeconds, 0] as const

function Rotation({ onDone }: { readonly onDone: () => void }) {
  const say = useTexts(texts)
  const [isAsked, setIsAsked] = useState(false)
  const [overlap, setOverlap] = useState<number>(overlaps[0])
  const { send, isBusy, error } = useChange('rotateShopKey', { changes: ['getShopKey'], onDone })
  return (
    <>
      <Button
        variant="default"
        loading={isBusy}
        onClick={() => {
          setIsAsked(true)
        }}
      >
        {say('keyRotate')}
      </Button>
      <Refusal error={error} />
      <Question
        asked={isAsked ? { title: say('keyRotate'), text: say('keyRotateWhat') } : undefined}
        onNo={() => {
          setIsAsked(false)
        }}
        onYes={() => {
          setIsAsked(false)
          send({ overlap_seconds: overlap })
        }}
      >
        <NativeSelect
          label={say('overlap')}
          value={overlap}
          onChange={(event) => {
            setOverlap(Number(event.currentTarget.value))
          }}
          data={overlaps.map((seconds) => ({
            value: String(seconds),
            label: seconds === 0 ? say('overlapNone') : say('days', { days: seconds / daySeconds }),
          }))}
        />
      </Question>
    </>
  )
}
