import { type Logger, pino } from 'pino'
import type { Config } from '../../config.ts'
import { createLog } from '../../log.ts'

/** On standard error; standard output is for what people asked to see. */
export function logOf({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return createLog(logLevel, pino.destination({ fd: 2, sync: true }))
}
