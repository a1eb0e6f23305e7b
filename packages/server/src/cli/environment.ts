/** Every option is also a variable: `--base-domain` is BILLKEEP_BASE_DOMAIN. The command line wins. */
import { type Command, InvalidArgumentError, type Option } from 'commander'
import type { Io } from './io.ts'

/** Gives a command's options the values that the environment has for them. An empty variable counts as none. */
export function readEnvironment(command: Command, env: Io['env']): void {
  for (const option of command.options) {
    const text = env[variableOf(option)]
    if (text === undefined || text === '') continue
    const value = valueOrRefusal(command, option, text)
    // What is given on the command line replaces a list, as it would a default one, instead of adding to it.
    if (option.variadic) option.default(value)
    command.setOptionValueWithSource(option.attributeName(), value, 'env')
  }
}

/** Whether a variable says yes; one that is not set, or says something else, does not. */
export function isOn(text: string | undefined): boolean {
  return text !== undefined && yes.test(text)
}

const yes = /^(1|true|yes|on)$/i
const no = /^(0|false|no|off)$/i

function variableOf(option: Option): string {
  return `BILLKEEP_${option.name().replaceAll('-', '_').toUpperCase()}`
}

function valueOrRefusal(command: Command, option: Option, text: string): unknown {
  try {
    return valueOf(option, text)
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    return command.error(`error: ${variableOf(option)} has the value '${text}'. ${error.message}`)
  }
}

function valueOf(option: Option, text: string): unknown {
  if (option.isBoolean()) return flagIn(text)
  if (option.variadic) return text.split(',').map((part) => part.trim())
  return option.parseArg === undefined ? text : option.parseArg(text, undefined)
}

/** Commander's own rule would take any value for a yes, `BILLKEEP_TRUST_PROXY=false` included. */
function flagIn(text: string): boolean {
  if (!yes.test(text) && !no.test(text)) throw new InvalidArgumentError('It must be 1 or 0, true or false, yes or no.')
  return yes.test(text)
}
