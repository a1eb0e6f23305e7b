/** Webhook endpoints: programs that are told what happens. */
import { Alert, Button, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useAnswer, useChange } from '../api/use-call.ts'
import { Failure } from '../parts/failure.tsx'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../texts/language.tsx'
import { EndpointCard } from './webhooks/endpoint-card.tsx'
import { EndpointForm } from './webhooks/endpoint-form.tsx'
import { NewSecret } from './webhooks/new-secret.tsx'
import { texts } from './webhooks/texts.ts'

export function WebhooksPage() {
  const say = useTexts(texts)
  const { data, error, refetch } = useAnswer('listWebhookEndpoints')
  const [isAdding, setIsAdding] = useState(false)
  const [secret, setSecret] = useState<string>()
  return (
    <Stack>
      <PageHead title={say('title')}>
        <Button
          onClick={() => {
            setIsAdding(true)
          }}
        >
          {say('add')}
        </Button>
      </PageHead>
      <Text size="sm">{say('intro')}</Text>
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <LoadingRows rows={3} />}
      {data?.data.length === 0 && <Alert color="gray">{say('empty')}</Alert>}
      {data?.data.map((endpoint) => (
        <EndpointCard key={endpoint.number} endpoint={endpoint} onSecret={setSecret} />
      ))}
      <Modal
        opened={isAdding}
        onClose={() => {
          setIsAdding(false)
        }}
        title={say('add')}
        withCloseButton={false}
      >
        <NewEndpoint
          onClose={(made) => {
            setIsAdding(false)
            setSecret(made)
          }}
        />
      </Modal>
      <NewSecret
        secret={secret}
        onClose={() => {
          setSecret(undefined)
        }}
      />
    </Stack>
  )
}

/** `onClose` is given the secret of what was made. */
function NewEndpoint({ onClose }: { readonly onClose: (secret: string | undefined) => void }) {
  const change = useChange('createWebhookEndpoint', {
    changes: ['listWebhookEndpoints'],
    onDone: ({ secret }) => {
      onClose(secret)
    },
  })
  return (
    <EndpointForm
      change={change}
      settings={{ url: '', description: '', types: null }}
      onSave={(settings) => {
        change.send({ ...settings })
      }}
      onCancel={() => {
        onClose(undefined)
      }}
    />
  )
}
