/** The app as a whole: what Zapier checks before it takes it, and that all of it is tested. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as platform from 'zapier-platform-core'
import { describe, expect, test } from 'vitest'
import app from '../src/index.ts'

const folder = join(import.meta.dirname, '..')

/** What `zapier validate` runs; the types of the platform leave it out. */
const { createAppHandler } = platform as unknown as {
  readonly createAppHandler: (app: object) => (event: { readonly command: 'validate' }) => Promise<Validation>
}

interface Validation {
  readonly results: readonly { readonly property: string; readonly message: string }[]
}

async function faultsOf(definition: object): Promise<readonly string[]> {
  const { results } = await createAppHandler(definition)({ command: 'validate' })
  return results.map(({ property, message }) => `${property} ${message}`)
}

test('the app passes what «zapier validate» checks without a network', async () => {
  expect(await faultsOf(app)).toEqual([])
})

test('the schema refuses what is wrong, so that passing it says something', async () => {
  const creates = { create_order: { ...app.creates['create_order'], noun: undefined, display: { label: 'create' } } }
  const faults = (await faultsOf({ ...app, creates })).join('\n')
  expect(faults).toContain('requires property "noun"')
  expect(faults).toContain('must have a label and description')
})

test('the file that Zapier gets has the same app', async () => {
  execFileSync(
    process.execPath,
    [join(folder, '../../node_modules/rolldown/bin/cli.mjs'), '-c', 'rolldown.config.ts'],
    {
      cwd: folder,
    },
  )
  const built = (await import(join(folder, 'dist/index.js'))) as { readonly default: typeof app }
  expect(JSON.stringify(built.default)).toBe(JSON.stringify(app))
  expect(importsOf(readFileSync(join(folder, 'dist/index.js'), 'utf8'))).toEqual(['zapier-platform-core'])
})

describe.each(operationsOf())('$key', ({ display, operation }) => {
  test('has a sample with all its output fields', () => {
    const { sample = {}, outputFields = [] } = operation
    expect(outputFields.filter(({ key }) => !isIn(sample, key))).toEqual([])
  })

  test('is called and described as Zapier wants it', () => {
    expect(display.label).toMatch(/^[A-Z]/)
    expect(display.description).toMatch(/^[A-Z].*\.$/)
  })
})

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string }
  expect(app.version).toBe(version)
})

function operationsOf() {
  return [...Object.values(app.triggers), ...Object.values(app.searches), ...Object.values(app.creates)] as readonly {
    readonly key: string
    readonly display: { readonly label: string; readonly description: string }
    readonly operation: {
      readonly sample?: Readonly<Record<string, unknown>>
      readonly outputFields?: readonly { readonly key: string }[]
    }
  }[]
}

/** Whether a value has what `items[]title` or `customer__email` names; of what is empty there nothing is known. */
function isIn(value: unknown, key: string): boolean {
  let found = value
  for (const name of key.split(/\[\]|__/)) {
    if (found === null || (Array.isArray(found) && found.length === 0)) return true
    const within: unknown = Array.isArray(found) ? found[0] : found
    if (typeof within !== 'object' || within === null || !(name in within)) return false
    found = (within as Readonly<Record<string, unknown>>)[name]
  }
  return true
}

function importsOf(code: string): readonly string[] {
  return [...code.matchAll(/^import .+ from "(.+)";$/gm)].map(([, name = '']) => name).toSorted()
}
