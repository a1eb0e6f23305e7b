/** `billkeep serve` in all but this: how many writes may share a commit is given, after the data folder. */
import { serve } from './serve.ts'

const [data = '', writesPerCommit] = process.argv.slice(2)
await serve(data, { writesPerCommit: Number(writesPerCommit) })
