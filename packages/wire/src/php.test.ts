// Compares with a living PHP on generated forms. golden.test.ts does some of it where there is no PHP.

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { bodies, data } from '../test/arbitraries.ts'
import { pairsOf, PhpPipe, PhpServer } from '../test/php/php.ts'
import type { ByteString } from './bytes.ts'
import { formFrom } from './form-data.ts'
import { formLimits, parseForm, writeForm } from './form.ts'

/** A batch goes to PHP in one round trip; fast-check shrinks a failing one to its failing form. */
const batchSize = 100
const batchOf = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.array(arbitrary, { minLength: 1, maxLength: batchSize, size: 'max' })

describe.skipIf(!hasTool('php'))('as PHP', () => {
  let pipe: PhpPipe
  let server: PhpServer
  beforeAll(async () => {
    pipe = new PhpPipe()
    server = await PhpServer.start()
  })
  afterAll(async () => {
    await Promise.all([pipe.stop(), server.stop()])
  })

  it('reads what parse_str reads, and writes that again as http_build_query does', async () => {
    await fc.assert(
      fc.asyncProperty(batchOf(bodies(1)), async (batch) => {
        expect(batch.map(readAndWritten)).toEqual(await pipe.read(batch))
      }),
      { numRuns: 400 },
    )
  })

  it('reads what $_POST reads, raw NUL bytes included', async () => {
    await fc.assert(
      fc.asyncProperty(bodies(0), async (body) => {
        expect(readAndWritten(body)).toEqual(await server.post(body))
      }),
      { numRuns: 1_000 },
    )
  })

  it('writes data as http_build_query does', async () => {
    await fc.assert(
      fc.asyncProperty(batchOf(data), async (batch) => {
        expect(batch.map((each) => writeForm(formFrom(each)))).toEqual(await pipe.write(batch))
      }),
      { numRuns: 400 },
    )
  })
})

function readAndWritten(body: ByteString) {
  const form = parseForm(body, { ...formLimits, maxDepth: 1_000 })
  return { pairs: pairsOf(form), query: writeForm(form) }
}
