/** The language of the page: as the user chose, or else as the browser asks. */
import { useLocalStorage } from '@mantine/hooks'
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { en, type TextName, type Texts } from './en.ts'
import { ru } from './ru.ts'

export const languages = { en: 'English', ru: 'Русский' } as const
export type Language = keyof typeof languages

const texts: Readonly<Record<Language, Texts>> = { en, ru }

interface Speech {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  /** The text of that name, with values for what stands in braces. */
  readonly say: (name: TextName, values?: Readonly<Record<string, string | number>>) => string
  /** `minor` is in hundredths of the currency. */
  readonly money: (minor: number, currency: string) => string
  /** `instant` is RFC 3339. */
  readonly time: (instant: string) => string
  readonly day: (day: string) => string
}

const SpeechContext = createContext<Speech | undefined>(undefined)

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useLocalStorage<Language>({
    key: 'billkeep-language',
    defaultValue: navigator.language.startsWith('ru') ? 'ru' : 'en',
  })
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speech = useMemo(() => speechIn(language, setLanguage), [language, setLanguage])
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (speech === undefined) throw new Error('There is no LanguageProvider around.')
  return speech
}

function speechIn(language: Language, setLanguage: Speech['setLanguage']): Speech {
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const days = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return {
    language,
    setLanguage,
    say: (name, values = {}) =>
      texts[language][name].replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? '')),
    money: (minor, currency) => new Intl.NumberFormat(language, { style: 'currency', currency }).format(minor / 100),
    time: (instant) => times.format(new Date(instant)),
    day: (day) => days.format(new Date(day)),
  }
}
