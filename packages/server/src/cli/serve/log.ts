import { type Logger, pino } from 'pino'
import type { Config } from '../../config.ts'

/** JSON lines on standard error; standard output is for what people asked to see. */
export function logOf({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: logLevel }, pino.destination({ fd: 2, sync: true }))
}
