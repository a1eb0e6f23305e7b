/** The functions of the registry by the names in the path, in lower case: the wire makes no difference. */
import type { Callable } from '../functions/define.ts'
import { functions, functions2 } from '../functions/registry.ts'
import { HttpRefusal } from './http-refusal.ts'
import type { Target } from './target.ts'

/** A function of each version of the API; where a name is in one only, that stands for both (protocol section 1). */
export interface Versions {
  readonly 1: Callable
  readonly 2: Callable
}

const versionsByName = new Map<string, Versions>()
for (const [name, callable] of Object.entries(functions)) {
  versionsByName.set(name.toLowerCase(), { 1: callable, 2: callable })
}
for (const [name, callable] of Object.entries<Callable>(functions2)) {
  const key = name.toLowerCase()
  versionsByName.set(key, { 1: versionsByName.get(key)?.[1] ?? callable, 2: callable })
}

/** The function's own name, for the log; undefined if no version has such a function. */
export function calledName({ functionName = '' }: Target): string | undefined {
  return versionsByName.get(functionName)?.[1].name
}

/** Throws HttpRefusal 404 if no version has such a function. */
export function versionsAt({ functionName = '' }: Target): Versions {
  const versions = versionsByName.get(functionName)
  if (versions === undefined) throw new HttpRefusal(404, 'wrongData')
  return versions
}
