import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSpeech } from '../texts/language.tsx'
import { Question } from './question.tsx'

interface DeletionProps {
  readonly isBusy: boolean
  /** What is asked before. */
  readonly question: string
  readonly onYes: () => void
}

/** A button that deletes something, after a question. */
export function Deletion({ isBusy, question, onYes }: DeletionProps) {
  const { say } = useSpeech()
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Button
        variant="default"
        loading={isBusy}
        onClick={() => {
          setAsked(true)
        }}
      >
        {say('common.delete')}
      </Button>
      <Question
        asked={isAsked ? { title: say('common.delete'), text: question } : undefined}
        onNo={() => {
          setAsked(false)
        }}
        onYes={() => {
          setAsked(false)
          onYes()
        }}
      />
    </>
  )
}
