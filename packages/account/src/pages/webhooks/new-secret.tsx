import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { usePrevious } from '@mantine/hooks'
import { Copyable } from '../../parts/copyable.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

interface NewSecretProps {
  /** Undefined: there is none to show. */
  readonly secret: string | undefined
  readonly onClose: () => void
}

/** A secret, the only time at which it is shown: it does not go away by a click beside it. */
export function NewSecret({ secret, onClose }: NewSecretProps) {
  const say = useTexts(texts)
  const { say: sayCommon } = useSpeech()
  const last = usePrevious(secret)
  const shown = secret ?? last ?? ''
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onClose}
      title={say('secretTitle')}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Text>{say('secretText')}</Text>
        <Copyable text={shown} label={say('secretTitle')} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{sayCommon('common.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
