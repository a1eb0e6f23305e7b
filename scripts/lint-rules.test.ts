/** Proves that the lint rules of this project fire: each case is a file, and the rule it breaks or none. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
/** Files of packages/ and what they import; `type ` before a specifier makes it an import of types. */
const allowedImports: readonly (readonly [file: string, specifier: string])[] = [
  ['wire/src/form.ts', './text.ts'],
  ['wire/src/hash.ts', '@noble/hashes/legacy.js'],
  ['wire/src/hash.node.ts', 'node:crypto'],
  ['wire/src/signature.ts', '#digest'],
  ['client/src/answer.ts', '@billkeep/wire/signature.ts'],
  ['client/src/list.ts', './options.ts'],
  ['server/src/rules/money.ts', './order.ts'],
  ['server/src/rules/status.ts', 'type @billkeep/wire/errors.ts'],
  ['server/src/store/orders.ts', '../rules/money.ts'],
  ['server/src/store/dialect/sqlite.ts', '../schema.ts'],
  ['server/src/store/dialect/bridge.ts', 'node:sqlite'],
  ['server/src/functions/define.ts', 'type @billkeep/wire/form.ts'],
  ['server/src/functions/registry.ts', './orders/GetBills.ts'],
  ['server/src/functions/orders/GetBills.ts', '../../rules/money.ts'],
  ['server/src/functions/orders/GetGoods.ts', 'zod'],
  ['server/src/functions/orders/GetOrder.ts', '@billkeep/wire/errors.ts'],
  ['server/src/http/answer.ts', '../functions/registry.ts'],
  ['server/src/http/listen.ts', 'fastify'],
  ['server/src/http/reply.ts', '@billkeep/wire/reply.ts'],
  ['server/src/http/tenant.ts', 'type ../context.ts'],
  ['server/src/main.ts', './http/listen.ts'],
  ['server/src/rules/money.test.ts', '../http/answer.ts'],
  ['server/test/harness.ts', '../src/http/answer.ts'],
  ['n8n/nodes/Trigger/arrived.ts', '../../../wire/src/webhook-signature.ts'],
  ['zapier/src/triggers/hook.ts', '../../../wire/src/webhook-signature.ts'],
  ['zapier/src/api/types.ts', 'type ../../../server/src/operations/registry.ts'],
]

const refusedImports: readonly (readonly [file: string, specifier: string])[] = [
  ['wire/src/hash.portable.ts', 'node:crypto'],
  ['wire/src/order.ts', '../../server/src/rules/order.ts'],
  ['wire/src/schema.ts', 'zod'],
  ['zapier/src/operations.ts', '../../server/src/operations/registry.ts'],
  ['zapier/src/tell.ts', '../../server/src/webhooks/send.ts'],
  ['zapier/src/files.ts', 'node:fs'],
  ['n8n/nodes/api/order.ts', '../../../server/src/operations/registry.ts'],
  ['n8n/nodes/api/files.ts', 'node:fs'],
  ['wire/src/server.ts', 'billkeep'],
  ['client/src/file.ts', 'node:fs'],
  ['client/src/orders.ts', '../../server/src/rules/order.ts'],
  ['client/src/schema.ts', 'zod'],
  ['server/src/rules/coupon.ts', '../store/coupons.ts'],
  ['server/src/rules/fee.ts', '@billkeep/wire/errors.ts'],
  ['server/src/rules/random.ts', 'node:crypto'],
  ['server/src/rules/request.ts', 'type ../http/answer.ts'],
  ['server/src/store/answers.ts', '../http/answer.ts'],
  ['server/src/store/pairs.ts', '@billkeep/wire/form.ts'],
  ['server/src/store/shops.ts', '../context.ts'],
  ['server/src/store/tenants.ts', 'type ../context.ts'],
  ['server/src/functions/orders/AddOrder.ts', './GetBills.ts'],
  ['server/src/functions/orders/CopyOrder.ts', '@billkeep/wire/form.ts'],
  ['server/src/functions/orders/EditOrder.ts', '../../store/orders.ts'],
  ['server/src/functions/orders/ReadOrder.ts', 'node:fs'],
  ['server/src/functions/orders/SaveOrder.ts', 'kysely'],
  ['server/src/functions/orders/SendOrder.ts', '../../http/answer.ts'],
  ['server/src/http/bills.ts', '../functions/orders/GetBills.ts'],
  ['server/src/http/database.ts', 'node:sqlite'],
  ['server/src/http/environment.ts', 'node:process'],
  ['server/src/http/money.ts', '../rules/money.ts'],
  ['server/src/http/shops.ts', '../store/shops.ts'],
  ['server/src/cli/serve.ts', '../main.ts'],
  ['server/src/webhooks/command.ts', '../cli/serve.ts'],
  ['server/src/webhooks/outbox.ts', 'kysely'],
  ['server/src/webhooks/server.ts', 'fastify'],
  ['server/src/newcomers/first.ts', '../rules/money.ts'],
]

const refusedCode: readonly (readonly [rule: string, file: string, ...lines: string[]])[] = [
  ['billkeep(imports)', 'server/src/store/lazy.ts', "export const lazy = import('../http/answer.ts')"],
  ['billkeep(imports)', 'server/src/store/inline.ts', "export type Answer = import('../http/answer.ts').Answer"],
  ['billkeep(no-re-export)', 'server/src/rules/index.ts', "export * from './money.ts'"],
  ['billkeep(no-re-export)', 'client/src/barrel.ts', "export * from './api.ts'"],
  ['billkeep(file-name)', 'server/src/rules/money-utils.ts', 'export const one = 1'],
  ['unicorn(filename-case)', 'server/src/rules/OrderStatus.ts', 'export const two = 2'],
  ['node(no-process-env)', 'server/src/http/port.ts', "export const port = process.env['PORT']"],
  ['import(no-cycle)', 'server/src/rules/cycle.ts', "import type { A } from './circle.ts'", 'export type B = A[]'],
  ['import(no-cycle)', 'server/src/rules/circle.ts', "import type { B } from './cycle.ts'", 'export type A = B[]'],
  ['eslint(max-lines)', 'server/src/rules/long.ts', 'export const three = 3', ...Array<string>(300).fill('//')],
  ['typescript(no-explicit-any)', 'server/src/rules/any.ts', 'export const four: any = 4'],
  ['typescript(no-unsafe-type-assertion)', 'server/src/rules/cast.ts', 'export const f = (x: unknown) => x as string'],
  [
    'typescript(no-floating-promises)',
    'server/src/rules/promise.ts',
    'export const f = async () => 1',
    'export function g() { f() }',
  ],
  [
    'typescript(switch-exhaustiveness-check)',
    'server/src/rules/switch.ts',
    "export function f(x: 'a' | 'b') { switch (x) { case 'a': return } }",
  ],
]

const folder = mkdtempSync(join(tmpdir(), 'billkeep-lint-'))
let found: Map<string, Set<string>>

beforeAll(() => {
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'scripts/oxlint-plugin.mjs', 'scripts/import-rules.mjs']) {
    cpSync(join(root, name), join(folder, name))
  }
  // The type-aware half of oxlint is found through it.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [file, specifier] of [...allowedImports, ...refusedImports]) write(file, importing(specifier))
  for (const [, file, ...lines] of refusedCode) write(file, lines.join('\n'))
  found = lint()
})

afterAll(() => rmSync(folder, { recursive: true }))

test.each(allowedImports)('%s may import %s', (file) => {
  // The imported files do not exist, so rules that need their types cannot judge.
  expect(rulesBrokenBy(file).filter((rule) => !rule.startsWith('typescript('))).toEqual([])
})

test.each(refusedImports)('%s may not import %s', (file) => {
  expect(rulesBrokenBy(file)).toContain('billkeep(imports)')
})

test.each(refusedCode)('%s refuses %s', (rule, file) => {
  expect(rulesBrokenBy(file)).toContain(rule)
})

function write(file: string, code: string): void {
  const path = join(folder, 'packages', file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${code}\n`)
}

function importing(specifier: string): string {
  const [, type, path] = /^(type )?(.*)$/.exec(specifier) ?? []
  return type === undefined
    ? `import { value } from '${path}'\nexport const copy = value`
    : `import type { Value } from '${path}'\nexport type Copy = Value`
}

function rulesBrokenBy(file: string): string[] {
  return [...(found.get(`packages/${file}`) ?? [])]
}

/** The rules that each file breaks, by its path. */
function lint(): Map<string, Set<string>> {
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', 'packages'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] }
  const rules = new Map<string, Set<string>>()
  for (const { filename, code } of diagnostics) rules.set(filename, (rules.get(filename) ?? new Set()).add(code))
  return rules
}
