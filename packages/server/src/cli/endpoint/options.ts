/** What `endpoint add` and `endpoint set` both take. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { eventTypesToTell, parseEndpointDescription, parseEndpointTypes } from '../../rules/endpoint.ts'
import type { EventType } from '../../rules/event.ts'
import { CommandError } from '../command-error.ts'
import { byRule, parseDuration } from '../options.ts'

export interface EndpointOptions {
  readonly description?: string
  readonly types?: readonly EventType[] | 'all'
}

export function addEndpointOptions(command: Command): Command {
  return command
    .addOption(new Option('--description <text>', 'what it is for').argParser(byRule(parseEndpointDescription)))
    .addOption(new Option('--types <types>', 'of what it is told, with commas between, or all').argParser(parseTypes))
}

/** Shown under the help of those who take them. */
export const typesHelp = `\n\nTypes: ${eventTypesToTell.join(', ')}.\nAll are those of orders and products.`

export function overlapOption(): Option {
  const usual = '1d'
  return new Option('--overlap <time>', 'how long the present secret signs, too: 7d, 12h, 30m; 0: it stops at once')
    .argParser(parseDuration)
    .default(parseDuration(usual), usual)
}

export function parseEndpointNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('An endpoint is named by its number, like 1.')
  return Number(text)
}

export function noEndpoint(number: number): CommandError {
  return new CommandError(`There is no endpoint ${number}. «billkeep endpoint list» shows those there are.`)
}

export function disabledEndpoint(number: number): CommandError {
  return new CommandError(`Endpoint ${number} is disabled. «billkeep endpoint set ${number} --enabled yes» enables it.`)
}

function parseTypes(text: string): readonly EventType[] | 'all' {
  return text.trim() === 'all' ? 'all' : byRule(() => parseEndpointTypes(text.split(',')))(text)
}
