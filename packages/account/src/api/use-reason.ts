import { useSpeech } from '../texts/language.tsx'
import { Problem } from './problem.ts'

/** Says why a call failed. */
export function useReason(): (error: Error) => string {
  const { say, refusal } = useSpeech()
  return (error) => (error instanceof Problem ? refusal(error.message) : say('common.offline'))
}
