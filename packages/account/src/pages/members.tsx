/** Who may sign in to this shop's account page, and as what. For owners. */
import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../api/use-call.ts'
import { type RowOf, usePages } from '../api/use-pages.ts'
import { Found } from '../parts/found.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Part } from '../parts/part.tsx'
import { Question } from '../parts/question.tsx'
import { Refusal } from '../parts/refusal.tsx'
import { useSession } from '../session/session.tsx'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { Invitations } from './members/invitations.tsx'
import { texts } from './members/texts.ts'

type Member = RowOf<'listMembers'>

const roles = ['owner', 'staff'] as const

export function MembersPage() {
  const say = useTexts(texts)
  const pages = usePages('listMembers', {})
  return (
    <Stack>
      <PageHead title={say('title')} />
      <Text>{say('what')}</Text>
      <Part title={say('invite')}>
        <Invitations />
      </Part>
      <Part title={say('members')}>
        <Found pages={pages} empty={say('nobody')}>
          {(members) => <MemberTable members={members} />}
        </Found>
      </Part>
    </Stack>
  )
}

function MemberTable({ members }: { readonly members: readonly Member[] }) {
  const say = useTexts(texts)
  const [asked, setAsked] = useState<Member>()
  const changed = useChange('updateMember', { changes: ['listMembers', 'me'] })
  const removed = useChange('removeMember', { changes: ['listMembers', 'me'] })
  return (
    <>
      <Refusal error={changed.error ?? removed.error} />
      <Table.ScrollContainer minWidth={460}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('who')}</Table.Th>
              <Table.Th>{say('role')}</Table.Th>
              <Table.Th visibleFrom="sm">{say('since')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map((member) => (
              <MemberRow
                key={member.user}
                member={member}
                onRole={(role) => {
                  changed.send({ user: member.user, role })
                }}
                onRemove={() => {
                  setAsked(member)
                }}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Question
        asked={asked && { title: say('remove'), text: say('removeWhat', { email: asked.email }) }}
        onNo={() => {
          setAsked(undefined)
        }}
        onYes={() => {
          if (asked !== undefined) removed.send({ user: asked.user })
          setAsked(undefined)
        }}
      />
    </>
  )
}

interface MemberRowProps {
  readonly member: Member
  readonly onRole: (role: string) => void
  readonly onRemove: () => void
}

function MemberRow({ member, onRole, onRemove }: MemberRowProps) {
  const say = useTexts(texts)
  const { say: sayAll, time } = useSpeech()
  const { me } = useSession()
  const { user, email, name, role, joined_at: since } = member
  const isMe = user === me.user.id
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600}>
          {name === '' ? email : name}
          {isMe && ` (${say('you')})`}
        </Text>
        {name !== '' && (
          <Text size="xs" c="dimmed">
            {email}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          w={130}
          aria-label={`${say('role')}: ${email}`}
          value={role}
          onChange={(event) => {
            onRole(event.currentTarget.value)
          }}
          data={roles.map((value) => ({ value, label: sayAll(`role.${value}`) }))}
        />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="xs">{time(since)}</Text>
      </Table.Td>
      <Table.Td>
        <Group justify="flex-end">
          <Button variant="default" size="xs" aria-label={`${say('remove')}: ${email}`} onClick={onRemove}>
            {say('remove')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
