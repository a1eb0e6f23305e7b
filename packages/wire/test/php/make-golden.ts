// Writes test/golden/php-forms.json anew, with the PHP that is installed: node packages/wire/test/php/make-golden.ts

import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { bodies, data } from '../arbitraries.ts'
import { saveGolden } from '../golden/golden.ts'
import { parserLine, requests, signedAsPhp, signedAsSent } from '../vectors.ts'
import { PhpPipe, PhpServer } from './php.ts'

/** The same cases each time: the file differs only if PHP does, or a generator. */
const seed = 20_240_101
const known = [
  ...Object.values(requests).map(({ query }) => query),
  parserLine.body,
  signedAsPhp.body,
  signedAsSent.body,
]
const bodiesToRead = [...known, ...fc.sample(bodies(0), { numRuns: 300, seed })]
const dataToWrite = fc.sample(data, { numRuns: 150, seed })

const server = await PhpServer.start()
const pipe = new PhpPipe()
const read = []
for (const body of bodiesToRead) read.push({ body, query: (await server.post(body)).query })
const queries = await pipe.write(dataToWrite)
const write = dataToWrite.map((each, index) => ({ data: each, query: queries[index] ?? '' }))
saveGolden({ php: execFileSync('php', ['-r', 'echo PHP_VERSION;'], { encoding: 'utf8' }), read, write })
await Promise.all([server.stop(), pipe.stop()])
