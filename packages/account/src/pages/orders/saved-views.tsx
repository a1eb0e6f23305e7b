import { Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useSession } from '../../session/session.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

interface View {
  readonly name: string
  /** Of the address, without `?`. */
  readonly query: string
}

/** Filters under a name, kept in this browser for this shop. */
export function SavedViews() {
  const own = useTexts(texts)
  const { shop } = useSession()
  const [views, setViews] = useLocalStorage<readonly View[]>({ key: `billkeep-views-${shop.login}`, defaultValue: [] })
  const [, go] = useLocation()
  const query = useSearch()
  const [isNaming, setNaming] = useState(false)
  const present = views.find((view) => view.query === query)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{present === undefined ? own('views') : present.name}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{own('noViews')}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item
              key={view.name}
              onClick={() => {
                go(`/orders?${view.query}`)
              }}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            disabled={query === '' || present !== undefined}
            onClick={() => {
              setNaming(true)
            }}
          >
            {own('saveView')}
          </Menu.Item>
          {present !== undefined && (
            <Menu.Item
              onClick={() => {
                setViews(views.filter((view) => view !== present))
              }}
            >
              {own('forgetView', { name: present.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <NameQuestion
        isAsked={isNaming}
        onName={(name) => {
          setNaming(false)
          if (name !== '') setViews([...views.filter((view) => view.name !== name), { name, query }])
        }}
      />
    </>
  )
}

/** `onName` is called with '' where the answer is no. */
function NameQuestion({ isAsked, onName }: { readonly isAsked: boolean; readonly onName: (name: string) => void }) {
  const own = useTexts(texts)
  const { say } = useSpeech()
  const [name, setName] = useState('')
  const close = (): void => {
    onName('')
  }
  return (
    <Modal opened={isAsked} onClose={close} title={own('saveView')} withCloseButton={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onName(name.trim())
          setName('')
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={own('viewName')}
            required
            maxLength={60}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value)
            }}
          />
          <Text size="sm">{own('viewsHint')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {say('common.no')}
            </Button>
            <Button type="submit">{say('common.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
