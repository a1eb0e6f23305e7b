import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import type { OutputOf } from '../../api/operations.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

interface PaidChartProps {
  readonly days: OutputOf<'getSales'>['days']
  /** ISO 4217. */
  readonly currency: string
}

/** What came in, a bar a day. */
export function PaidChart({ days, currency }: PaidChartProps) {
  const own = useTexts(texts)
  const { money, day } = useSpeech()
  return (
    <BarChart
      h={240}
      data={days.map((row) => ({ day: day(row.day), paid: row.paid_amount / 100 }))}
      dataKey="day"
      series={[{ name: 'paid', label: own('paid'), color: 'teal.7' }]}
      valueFormatter={(value) => money(value * 100, currency)}
      tickLine="none"
      withYAxis={false}
      // The figures say the same: who cannot see it, need not stop at it.
      barChartProps={{ accessibilityLayer: false }}
      aria-hidden
    />
  )
}
