import { Command, InvalidArgumentError, Option } from 'commander'
import { writeMoney } from '../../rules/money.ts'
import { leftToPay } from '../../rules/order.ts'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'
import {
  type DataOption,
  dataOption,
  examples,
  type JsonOption,
  jsonOption,
  parseSum,
  parseTime,
  type ShopOption,
  shopOption,
} from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { withShop } from '../with-store.ts'

interface Options extends DataOption, JsonOption, ShopOption {
  readonly date?: number
  readonly payway: string
}

export function payCommand(io: Io): Command {
  return new Command('pay')
    .description('Note a payment: of all that is left it makes the order paid, of less it is a prepayment.')
    .argument('<number>', 'of the order', parseNumber)
    .argument('<sum>', 'what came in', parseSum)
    .addOption(shopOption())
    .addOption(new Option('--date <time>', 'when it came in; left out: now').argParser(parseTime))
    .addOption(new Option('--payway <way>', 'how it was paid').default(''))
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('order pay 258367 1500 --shop anna', 'order pay 258367 500.50 --shop anna --payway Stripe'),
    )
    .action(async (number: number, sumMinor: number, options: Options) => {
      if (sumMinor === 0) throw new CommandError('A payment is above zero.', { exitCode: 2 })
      const payment = { sumMinor, at: options.date ?? io.clock(), payway: options.payway }
      const result = await withShop(io, options, ({ orders }) => orders.pay(number, payment))
      if (result.outcome !== 'changed') throw new CommandError(refusals[result.outcome](number, leftIn(result)))
      const left = writeMoney(leftToPay(result.order))
      if (options.json === true) return printJson(io.stdout, { number, pay_status: result.order.pay_status, left })
      const isPaid = result.event === 'order.paid'
      printLine(io.stdout, isPaid ? `Order ${number} is paid.` : `Noted. Of order ${number}, ${left} is left to pay.`)
    })
}

function parseNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('An order number has digits only.')
  return Number(text)
}

function leftIn(result: object): string {
  return 'leftMinor' in result && typeof result.leftMinor === 'number' ? writeMoney(result.leftMinor) : ''
}

const refusals = {
  unknownOrder: (number: number) => `There is no order ${number}.`,
  paid: (number: number) => `Order ${number} is paid already.`,
  returned: (number: number) => `Order ${number} was returned.`,
  cancelled: (number: number) => `Order ${number} is cancelled; only a payment of all that is left brings it back.`,
  tooMuch: (number: number, left: string) => `Of order ${number}, only ${left} is left to pay.`,
} as const
