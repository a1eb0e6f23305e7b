import { Button, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../api/use-call.ts'
import { type RowOf, usePages } from '../../api/use-pages.ts'
import { Found } from '../../parts/found.tsx'
import { Question } from '../../parts/question.tsx'
import { Refusal } from '../../parts/refusal.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

type Invitation = RowOf<'listInvitations'>

interface OpenInvitationsProps {
  readonly onWithdrawn: (id: string) => void
}

/** Links that nobody has used yet. Where there are none, nothing is said of them. */
export function OpenInvitations({ onWithdrawn }: OpenInvitationsProps) {
  const say = useTexts(texts)
  const pages = usePages('listInvitations', {})
  if (pages.rows?.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {say('open')}
      </Title>
      <Found pages={pages} empty="">
        {(invitations) => <InvitationTable invitations={invitations} onWithdrawn={onWithdrawn} />}
      </Found>
    </Stack>
  )
}

interface InvitationTableProps extends OpenInvitationsProps {
  readonly invitations: readonly Invitation[]
}

function InvitationTable({ invitations, onWithdrawn }: InvitationTableProps) {
  const say = useTexts(texts)
  const { say: sayAll, time } = useSpeech()
  const [asked, setAsked] = useState<Invitation>()
  const { send, error } = useChange('withdrawInvitation', { changes: ['listInvitations'] })
  const whom = ({ email }: Invitation): string => (email === '' ? say('anybody') : email)
  return (
    <>
      <Refusal error={error} />
      <Table.ScrollContainer minWidth={300}>
        <Table verticalSpacing="xs">
          <Table.Tbody>
            {invitations.map((invitation) => (
              <Table.Tr key={invitation.id}>
                <Table.Td>
                  <Text size="sm">{whom(invitation)}</Text>
                  <Text size="xs" c="dimmed">
                    {sayAll(`role.${invitation.role}`)}, {say('openUntil', { time: time(invitation.expires_at) })}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={`${say('withdraw')}: ${whom(invitation)}`}
                    onClick={() => {
                      setAsked(invitation)
                    }}
                  >
                    {say('withdraw')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Question
        asked={asked && { title: say('withdraw'), text: say('withdrawWhat', { whom: whom(asked) }) }}
        onNo={() => {
          setAsked(undefined)
        }}
        onYes={() => {
          if (asked !== undefined) {
            send({ id: asked.id })
            onWithdrawn(asked.id)
          }
          setAsked(undefined)
        }}
      />
    </>
  )
}
