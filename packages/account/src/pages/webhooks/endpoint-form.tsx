import { Button, Checkbox, Group, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../api/operations.ts'
import type { ChangeOf } from '../../api/use-call.ts'
import { Refusal } from '../../parts/refusal.tsx'
import { useTexts } from '../../texts/language.tsx'
import { texts as deliveryTexts } from '../deliveries/texts.ts'
import { texts } from './texts.ts'

type Endpoint = OutputOf<'getWebhookEndpoint'>
type EventType = NonNullable<Endpoint['types']>[number]
export type EndpointSettings = Pick<Endpoint, 'url' | 'description' | 'types'>

const allTypes = [
  'order.created',
  'order.paid',
  'order.prepaid',
  'order.cancelled',
  'order.returned',
  'order.sent',
  'order.deleted',
  'order.restored',
  'product.created',
  'product.updated',
  'product.deleted',
  'endpoint.failing',
  'endpoint.disabled',
] as const satisfies readonly EventType[]

interface EndpointFormProps {
  readonly settings: EndpointSettings
  readonly change: Pick<ChangeOf<'createWebhookEndpoint' | 'updateWebhookEndpoint'>, 'isBusy' | 'error' | 'faultOf'>
  readonly onSave: (settings: EndpointSettings) => void
  readonly onCancel: () => void
}

export function EndpointForm({ settings, change, onSave, onCancel }: EndpointFormProps) {
  const say = useTexts(texts)
  const [url, setUrl] = useState(settings.url)
  const [description, setDescription] = useState(settings.description)
  const [types, setTypes] = useState(settings.types)
  const { isBusy, error, faultOf } = change
  const isElsewhere = error !== null && faultOf('url') === undefined && faultOf('description') === undefined
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave({ url, description, types })
      }}
    >
      <Stack>
        <TextInput
          label={say('url')}
          description={say('urlHint')}
          type="url"
          required
          data-autofocus
          error={faultOf('url')}
          value={url}
          onChange={(event) => {
            setUrl(event.currentTarget.value)
          }}
        />
        <TextInput
          label={say('description')}
          maxLength={200}
          error={faultOf('description')}
          value={description}
          onChange={(event) => {
            setDescription(event.currentTarget.value)
          }}
        />
        <Types types={types} onChange={setTypes} />
        {isElsewhere && <Refusal error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {say('cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={types?.length === 0}>
            {say('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface TypesProps {
  readonly types: Endpoint['types']
  readonly onChange: (types: Endpoint['types']) => void
}

function Types({ types, onChange }: TypesProps) {
  const say = useTexts(texts)
  const sayType = useTexts(deliveryTexts)
  return (
    <Stack gap="xs">
      <Radio.Group
        label={say('types')}
        value={types === null ? 'all' : 'some'}
        onChange={(value) => {
          onChange(value === 'all' ? null : ['order.created', 'order.paid'])
        }}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={say('typesAll')} />
          <Radio value="some" label={say('typesSome')} />
        </Stack>
      </Radio.Group>
      {types !== null && (
        <Checkbox.Group
          aria-label={say('types')}
          value={[...types]}
          onChange={(chosen) => {
            onChange(allTypes.filter((type) => chosen.includes(type)))
          }}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" pl="md">
            {allTypes.map((type) => (
              <Checkbox key={type} value={type} label={sayType(`type.${type}`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      )}
    </Stack>
  )
}
