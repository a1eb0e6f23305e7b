import { Command, Option } from 'commander'
import { type Notification, notifications } from '../../rules/notification.ts'
import { parseNotificationUrl } from '../../rules/notification-url.ts'
import { parsePaymentUrl } from '../../rules/payment-url.ts'
import { type Language, languages, parseCurrency, parseTimeZone, parseTitle } from '../../rules/shop.ts'
import type { ShopChanges } from '../../store/shop-settings.ts'
import { CommandError } from '../command-error.ts'
import { differences } from '../differences.ts'
import type { Io } from '../io.ts'
import { byRule, type DataOption, dataOption, examples, type JsonOption, jsonOption, parseYesOrNo } from '../options.ts'
import { harmless, printJson, printLine } from '../print.ts'
import { actorOf, withStore } from '../with-store.ts'
import { settingFacts, shopJson } from './describe.ts'

interface SettingOptions extends Readonly<Partial<Record<`notify${Capitalize<Notification>}`, string>>> {
  readonly title?: string
  readonly language?: Language
  readonly timeZone?: string
  readonly currency?: string
  readonly paymentUrl?: string
  readonly staleReads?: boolean
}

type Options = DataOption & JsonOption & SettingOptions

export function setCommand(io: Io): Command {
  const command = new Command('set')
    .description("Change a shop's settings; what is left out stays.")
    .argument('<login>')
    .addOption(
      new Option('--title <text>', "the shop's name for customers; '': its login").argParser(byRule(parseTitle)),
    )
    .addOption(new Option('--language <language>', 'of what customers see').choices(languages))
    .addOption(
      new Option('--time-zone <name>', 'of days and times, like Europe/Moscow').argParser(byRule(parseTimeZone)),
    )
    .addOption(
      new Option('--currency <code>', 'of all sums, which stay as they are: RUB, EUR').argParser(byRule(parseCurrency)),
    )
    .addOption(
      new Option(
        '--payment-url <template>',
        "where customers pay, with {number}, {sum}, {email}, {token} of the order; '': nowhere",
      ).argParser(byRule(parsePaymentUrl)),
    )
  command.addOption(
    new Option(
      '--stale-reads <yes|no>',
      'whether --read-database may answer what is only read, seconds late',
    ).argParser(parseYesOrNo),
  )
  for (const name of notifications) {
    const option = new Option(`--notify-${name} <url>`, `where to tell that an order is ${name}; '': nowhere`)
    command.addOption(option.argParser(byRule(parseNotificationUrl)))
  }
  return command
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        "shop set anna --title 'Anna bakes' --language ru --time-zone Europe/Moscow",
        "shop set anna --payment-url 'https://pay.example.com/?order={number}&sum={sum}'",
        "shop set anna --notify-paid https://shop.example.com/paid.php --notify-created ''",
      ),
    )
    .action(async (login: string, { data, database, json, ...settings }: Options) => {
      if (Object.keys(settings).length === 0) {
        throw new CommandError('Say what to change, like --language ru. «billkeep shop set --help» lists it all.', {
          exitCode: 2,
        })
      }
      const { before, shop } = await withStore(io, { data, database }, async ({ shops }) => ({
        before: await shops.get(login),
        shop: await shops.configure(login, actorOf(io), changesIn(settings)),
      }))
      if (json === true) return printJson(io.stdout, shopJson(shop))
      const lines = differences(settingFacts(before), settingFacts(shop))
      for (const line of lines) printLine(io.stdout, harmless(line))
      if (lines.length === 0) printLine(io.stdout, `Nothing changed: ${shop.login} was like that already.`)
    })
}

function changesIn(options: SettingOptions): ShopChanges {
  const { notifyCreated, notifyPaid, notifyPrepaid, notifyCancelled, notifyReturned, ...rest } = options
  const notify = {
    created: notifyCreated,
    paid: notifyPaid,
    prepaid: notifyPrepaid,
    cancelled: notifyCancelled,
    returned: notifyReturned,
  }
  return { ...rest, notify: Object.fromEntries(Object.entries(notify).filter(([, url]) => url !== undefined)) }
}
