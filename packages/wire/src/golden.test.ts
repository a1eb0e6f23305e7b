// Forms that PHP read and wrote beforehand: what php.test.ts does with a living PHP, for machines that have none.

import { describe, expect, it } from 'vitest'
import { readGolden } from '../test/golden/golden.ts'
import { formFrom } from './form-data.ts'
import { formLimits, parseForm, writeForm } from './form.ts'

const golden = readGolden()

describe(`as PHP ${golden.php} did`, () => {
  it('has cases', () => {
    expect(golden.read.length).toBeGreaterThan(300)
    expect(golden.write.length).toBeGreaterThan(100)
  })

  it('reads a POST and writes it again', () => {
    const limits = { ...formLimits, maxDepth: 1_000 }
    const ours = golden.read.map(({ body }) => ({ body, query: writeForm(parseForm(body, limits)) }))
    expect(ours).toEqual(golden.read)
  })

  it('writes data', () => {
    const ours = golden.write.map(({ data }) => ({ data, query: writeForm(formFrom(data)) }))
    expect(ours).toEqual(golden.write)
  })
})
