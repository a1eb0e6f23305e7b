/** The language of the page: as the user chose, or else as the browser asks. */
import { useLocalStorage } from '@mantine/hooks'
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { en, type TextName, type Texts } from './en.ts'
import { russianRefusal } from './refusals.ts'
import { ru } from './ru.ts'

export const languages = { en: 'English', ru: 'Русский' } as const
export type Language = keyof typeof languages

const texts: Readonly<Record<Language, Texts>> = { en, ru }

/** What a page says beside what all of them say; it is loaded with the page. */
export interface OwnTexts<Name extends string> {
  readonly en: Readonly<Record<Name, string>>
  readonly ru: Readonly<Record<Name, string>>
}

/**
 * The text of that name, with values for what stands in braces. `{orders|order|orders}` is a number with the word that fits
 * it: one and other in English, one, few and many in Russian.
 */
export type Say<Name extends string = TextName> = (name: Name, values?: Values) => string
type Values = Readonly<Record<string, string | number>>

interface Speech {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  readonly say: Say
  /** What the server says of a refusal, in English as it comes. */
  readonly refusal: (english: string) => string
  readonly number: (value: number) => string
  /** `minor` is in hundredths of the currency. */
  readonly money: (minor: number, currency: string) => string
  /** IANA name: of the shop, or before one is known of the browser. */
  readonly timeZone: string
  /** `instant` is RFC 3339; told in that time zone. */
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

/** Tells times as clocks in that time zone show them: everybody who works in a shop sees the same. */
export function TimeZoneProvider({ timeZone, children }: { readonly timeZone: string; readonly children: ReactNode }) {
  const speech = useSpeech()
  const there = useMemo(() => ({ ...speech, ...timesIn(speech.language, timeZone) }), [speech, timeZone])
  return <SpeechContext.Provider value={there}>{children}</SpeechContext.Provider>
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (speech === undefined) throw new Error('There is no LanguageProvider around.')
  return speech
}

/** `useSpeech().say` for a page's own texts. */
export function useTexts<Name extends string>(own: OwnTexts<Name>): Say<Name> {
  const { language } = useSpeech()
  return useMemo(() => sayer(language, own[language]), [language, own])
}

export function ownTexts<Name extends string>(
  english: Readonly<Record<Name, string>>,
  russian: Readonly<Record<NoInfer<Name>, string>>,
): OwnTexts<Name> {
  return { en: english, ru: russian }
}

function speechIn(language: Language, setLanguage: Speech['setLanguage']): Speech {
  const numbers = new Intl.NumberFormat(language)
  // Making one takes as long as writing a hundred sums.
  const monies = new Map<string, Intl.NumberFormat>()
  const days = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return {
    language,
    setLanguage,
    say: sayer(language, texts[language]),
    refusal: (english) => (language === 'ru' ? russianRefusal(english) : english),
    number: (value) => numbers.format(value),
    money(minor, currency) {
      const format = monies.get(currency) ?? new Intl.NumberFormat(language, { style: 'currency', currency })
      monies.set(currency, format)
      return format.format(minor / 100)
    },
    ...timesIn(language, new Intl.DateTimeFormat().resolvedOptions().timeZone),
    day: (day) => days.format(new Date(day)),
  }
}

function timesIn(language: Language, timeZone: string): Pick<Speech, 'timeZone' | 'time'> {
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return { timeZone, time: (instant) => times.format(new Date(instant)) }
}

const categories: Readonly<Record<Language, readonly Intl.LDMLPluralRule[]>> = {
  en: ['one', 'other'],
  ru: ['one', 'few', 'many'],
}

function sayer<Name extends string>(language: Language, said: Readonly<Record<Name, string>>): Say<Name> {
  const numbers = new Intl.NumberFormat(language)
  const plurals = new Intl.PluralRules(language)
  return (name, values = {}) =>
    said[name].replaceAll(/\{(\w+)(\|[^}]*)?\}/g, (_, key: string, forms: string | undefined) => {
      const value = values[key] ?? ''
      if (forms === undefined) return String(value)
      const words = forms.slice(1).split('|')
      const index = categories[language].indexOf(plurals.select(Number(value)))
      return `${numbers.format(Number(value))} ${words.at(index) ?? ''}`
    })
}
