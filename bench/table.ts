/** The report: a Markdown table, a row a measurement. */
import { percentile } from './statistics.ts'

/** `reference` and `ratio` stay empty where there is nothing to compare with. */
export function row(what: string, ours: string, reference = '', ratio?: number): void {
  print(`| ${what} | ${ours} | ${reference} | ${ratio === undefined ? '' : `**${ratio.toFixed(2)}**`} |`)
}

export function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

export function count(value: number): string {
  return Math.round(value).toLocaleString('en')
}

/** p50 and p99: half of the calls took no longer than the first, 99 of a hundred no longer than the second. */
export function quantiles(latenciesMs: readonly number[]): string {
  return `${percentile(latenciesMs, 0.5).toFixed(2)} / ${percentile(latenciesMs, 0.99).toFixed(2)} ms`
}
