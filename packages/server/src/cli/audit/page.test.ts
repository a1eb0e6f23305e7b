/** docs/hosting/audit.md: that it names all there is, and that its program comes to the same as ours. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasTool } from '../../../../../scripts/test-tools.ts'
import { throwAwayFolder } from '../../../test/databases.ts'
import { addProduct } from '../../../test/scenario.ts'
import { rowsAt } from '../../../test/stored-rows.ts'
import { auditActions } from '../../rules/audit.ts'
import { sqliteFile } from '../../store/dialect/sqlite/database.ts'
import { openStore } from '../../store/open.ts'

const page = readFileSync(join(import.meta.dirname, '../../../../../docs/hosting/audit.md'), 'utf8')

test('the page names each action', () => {
  const written = new Set(Array.from(page.matchAll(/`([a-z]+\.[a-z_]+)`/g), ([, name]) => name))
  const derived = ['coupon', 'partner'].flatMap((noun) =>
    ['added', 'changed', 'removed'].map((verb) => `${noun}.${verb}`),
  )
  expect(new Set([...written, ...derived])).toEqual(new Set(auditActions))
})

test.skipIf(!hasTool('python3'))('the program of the page finds the same chain sound, and a changed row', async () => {
  const dataDir = throwAwayFolder()
  const store = await openStore({ dataDir, clock: Date.now })
  const { id } = await store.shops.create('alice', { face: 'cli', name: 'Анна "Ё" \\ 🎓 \u2028', address: '' })
  const shop = store.forShop(id, { face: 'api', name: 'present key', address: '::1' })
  await addProduct(shop, { name: 'курс', title: 'a"b\\c/d\t\u007f' })
  const { last } = await shop.audit.verify()
  await store.close()
  const [, program = ''] = /```python\n(.*?)```/s.exec(page) ?? []
  const run = () => spawnSync('python3', ['-c', program, sqliteFile(dataDir)], { encoding: 'utf8' })
  expect(run()).toMatchObject({ status: 0, stdout: `Shop ${id}: 2:${last?.hash}\n` })
  await rowsAt({ dataDir }, `update audit set address = '::2' where number = 2`)
  expect(run()).toMatchObject({ status: 1, stderr: `Shop ${id}: row 2 does not fit.\n` })
})
