/** `billkeep serve` in all but this: it refuses nothing, however much is asked. Takes the data folder. */
import { overloadLimits } from '../../packages/server/src/http/overload.ts'
import { serve } from './serve.ts'

const [data = ''] = process.argv.slice(2)
await serve(data, { limits: { overload: { ...overloadLimits, lateMs: Infinity, mostWaiting: Infinity } } })
