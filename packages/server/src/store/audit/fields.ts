/** What a thing is like, and what has changed of it, as the audit may show it. */
import { isDeepStrictEqual } from 'node:util'
import { shown } from './shown.ts'

type Details = Readonly<Record<string, unknown>>

/** Settings of others' making, of which nobody knows what is in them: only that they changed is said. */
const hidden: ReadonlySet<string> = new Set(['extra'])

/** Of something new: its fields, without those that say nothing. */
export function fieldsOf(thing: object): Details {
  const told = Object.entries(thing).filter(([name, value]) => !hidden.has(name) && !isNothing(value))
  return Object.fromEntries(told.map(([name, value]) => [name, shown(value)]))
}

/** The fields that differ, each with what it was and is; undefined: none does. */
export function changesBetween<Thing extends object>(before: Thing, after: Thing): Details | undefined {
  const was = new Map<string, unknown>(Object.entries(before))
  const changed = Object.entries(after).filter(([name, value]) => !isDeepStrictEqual(was.get(name), value))
  if (changed.length === 0) return undefined
  return Object.fromEntries(changed.map(([name, value]) => [name, changeOf(name, was.get(name), value)]))
}

function changeOf(name: string, before: unknown, after: unknown): unknown {
  return hidden.has(name) ? 'changed' : { was: shown(before), is: shown(after) }
}

function isNothing(value: unknown): boolean {
  if (value === null || value === '') return true
  return typeof value === 'object' && Object.values(value).every(isNothing)
}
