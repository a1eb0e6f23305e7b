import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { useSpeech } from '../../texts/language.tsx'

interface DayChartProps {
  readonly days: readonly { readonly day: string; readonly value: number }[]
  /** What a bar stands for. */
  readonly label: string
  readonly format: (value: number) => string
}

/** A bar a day. Who cannot see it has the same as a table, and need not stop here. */
export function DayChart({ days, label, format }: DayChartProps) {
  const { language, day } = useSpeech()
  const short = new Intl.NumberFormat(language, { notation: 'compact' })
  return (
    <BarChart
      h={240}
      data={days.map((row) => ({ day: day(row.day), value: row.value }))}
      dataKey="day"
      series={[{ name: 'value', label, color: 'teal.7' }]}
      valueFormatter={format}
      tickLine="none"
      yAxisProps={{ width: 52, allowDecimals: false, tickFormatter: (value: number) => short.format(value) }}
      barChartProps={{ accessibilityLayer: false }}
      aria-hidden
    />
  )
}
