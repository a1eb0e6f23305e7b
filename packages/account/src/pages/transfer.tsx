/** Orders as files: in, and out. */
import { Stack } from '@mantine/core'
import { PageHead } from '../parts/page-head.tsx'
import { Part } from '../parts/part.tsx'
import { useTexts } from '../texts/language.tsx'
import { ExportForm } from './transfer/export-form.tsx'
import { ImportForm } from './transfer/import-form.tsx'
import { texts } from './transfer/texts.ts'

export function TransferPage() {
  const say = useTexts(texts)
  return (
    <Stack>
      <PageHead title={say('title')} />
      <Part title={say('import')}>
        <ImportForm />
      </Part>
      <Part title={say('export')}>
        <ExportForm />
      </Part>
    </Stack>
  )
}
