import { ActionIcon, Group, NativeSelect, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { type Language, languages, useSpeech } from '../texts/language.tsx'

/** Language and theme, kept in this browser. */
export function Preferences() {
  const { say, language, setLanguage } = useSpeech()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        aria-label={say('nav.language')}
        size="xs"
        value={language}
        onChange={(event) => {
          setLanguage(event.currentTarget.value as Language)
        }}
        data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      />
      <ActionIcon
        variant="default"
        size={30}
        aria-label={say('nav.theme')}
        onClick={() => {
          setColorScheme(scheme === 'dark' ? 'light' : 'dark')
        }}
      >
        <span aria-hidden>{scheme === 'dark' ? '☀' : '☾'}</span>
      </ActionIcon>
    </Group>
  )
}
