import { Alert, Button, Checkbox, FileInput, Group, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Refusal } from '../../parts/refusal.tsx'
import { useTexts } from '../../texts/language.tsx'
import { ImportOutcomeView } from './import-outcome.tsx'
import { texts } from './texts.ts'
import { type Import, useImport } from './use-import.ts'

/** What the server takes at once. */
const mostBytes = 32 * 1_048_576

export function ImportForm() {
  const say = useTexts(texts)
  const [file, setFile] = useState<File | null>(null)
  const [update, setUpdate] = useState(false)
  const [skipBad, setSkipBad] = useState(false)
  const task = useImport()
  const fault = faultOf(file)
  if (task.outcome !== undefined) return <ImportOutcomeView outcome={task.outcome} onAnother={task.forget} />
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (file !== null) task.start({ file, update, skipBad })
      }}
    >
      <Stack align="flex-start">
        <Text size="sm">{say('importText')}</Text>
        <FileInput
          label={say('file')}
          placeholder={say('filePlaceholder')}
          accept=".ndjson,.jsonl,.json,.txt,application/x-ndjson,text/plain"
          required
          w={{ base: '100%', xs: 360 }}
          error={fault && say(fault)}
          value={file}
          onChange={setFile}
        />
        <Choice label={say('update')} isChecked={update} onChange={setUpdate} />
        <Choice label={say('skipBad')} isChecked={skipBad} onChange={setSkipBad} />
        <Trouble task={task} />
        {task.isBusy ? (
          <Sending task={task} />
        ) : (
          <Button type="submit" disabled={file === null || fault !== undefined}>
            {say('start')}
          </Button>
        )}
      </Stack>
    </form>
  )
}

function faultOf(file: File | null): 'tooLarge' | 'notCsv' | undefined {
  if (file === null) return undefined
  if (/\.(?:csv|xlsx?)$/i.test(file.name)) return 'notCsv'
  return file.size > mostBytes ? 'tooLarge' : undefined
}

interface ChoiceProps {
  readonly label: string
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}

function Choice({ label, isChecked, onChange }: ChoiceProps) {
  return (
    <Checkbox
      label={label}
      checked={isChecked}
      onChange={(event) => {
        onChange(event.currentTarget.checked)
      }}
    />
  )
}

function Trouble({ task: { error } }: { readonly task: Import }) {
  const say = useTexts(texts)
  if (error === null) return null
  if (error.name === 'AbortError') {
    return (
      <Alert color="gray" role="status">
        {say('stopped')}
      </Alert>
    )
  }
  return <Refusal error={error} />
}

function Sending({ task: { sent, stop } }: { readonly task: Import }) {
  const say = useTexts(texts)
  const percent = Math.floor(sent * 100)
  const text = percent < 100 ? say('sending', { percent }) : say('writing')
  return (
    <Stack gap="xs" w="100%">
      <Text size="sm" role="status">
        {text}
      </Text>
      <Text size="sm">{say('stay')}</Text>
      <Progress value={percent} animated={percent === 100} aria-label={text} />
      <Group>
        <Button variant="default" onClick={stop}>
          {say('stop')}
        </Button>
      </Group>
    </Stack>
  )
}
