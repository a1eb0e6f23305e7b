import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { type Progress, progressOn } from './progress.ts'

/** A progress on a terminal, and what its line shows. */
function onTerminal(size: number | undefined): { progress: Progress; clock: { now: number }; line: () => string } {
  let written = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString()
      done()
    },
  })
  const stderr = Object.assign(stream, { isTTY: true, columns: 100 })
  const clock = { now: 1_000 }
  const progress = progressOn({ stderr, clock: () => clock.now }, size)
  return { progress, clock, line: () => written.split('\r\u{1b}[K').at(-1) ?? '' }
}

test('a file: share, orders, orders a second, time left', () => {
  const { progress, clock, line } = onTerminal(1_000_000)
  clock.now += 20_000
  progress.show(250_000, 12_345, 'reading')
  expect(line()).toBe('Reading ██████░░░░░░░░░░░░░░░░░░  25 %  12,345 orders  617/s  1:00 left')
  progress.show(1_000_000, 50_000, 'finishing')
  expect(line()).toBe('Finishing 50,000 orders…')
  progress.end()
  expect(line()).toBe('')
})

test('a pipe has no end to measure by', () => {
  const { progress, clock, line } = onTerminal(undefined)
  clock.now += 2_000
  progress.show(500, 10, 'reading')
  expect(line()).toBe('Reading  10 orders  5/s')
})

test('is not drawn more often than it can be read', () => {
  const { progress, clock, line } = onTerminal(100)
  progress.show(10, 1, 'reading')
  const first = line()
  clock.now += 99
  progress.show(50, 5, 'reading')
  expect(line()).toBe(first)
  clock.now += 1
  progress.show(60, 6, 'reading')
  expect(line()).toContain('60 %')
})
