import { Command, Option } from 'commander'
import { isEmailAddress } from '../../rules/email.ts'
import { parseRole, type Role } from '../../rules/user.ts'
import type { Io } from '../io.ts'
import {
  byRule,
  type DataOption,
  dataOption,
  examples,
  type JsonOption,
  jsonOption,
  parseDuration,
  type ShopOption,
  shopOption,
} from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { readableTime } from '../shop/describe.ts'
import { actorOf, withStore } from '../with-store.ts'
import { welcomeLink } from './welcome-link.ts'

interface Options extends DataOption, JsonOption, ShopOption {
  readonly role: Role
  readonly url: string
  readonly expires: number
}

const defaultTime = '7d'

export function createUserCommand(io: Io): Command {
  return new Command('create')
    .description('Let somebody sign in to the account page: prints a link that opens once.')
    .argument('<email>', 'by which they sign in', byRule(parseEmail))
    .addOption(shopOption())
    .addOption(
      new Option('--role <role>', 'owner, or staff, who may not see keys')
        .argParser(byRule(parseRole))
        .default('owner'),
    )
    .addOption(new Option('--url <url>', 'where browsers find this installation').default('http://localhost:8080'))
    .addOption(
      new Option('--expires <time>', 'how long the link opens')
        .argParser(parseDuration)
        .default(parseDuration(defaultTime), defaultTime),
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('user create anna@example.com --shop anna', 'user create bob@example.com --role staff --shop anna'),
    )
    .action(async (email: string, options: Options) => {
      const { shop: login, role, url } = options
      const expires = io.clock() + options.expires
      const token = await withStore(io, options, async ({ shops, invitations }) => {
        const shop = await shops.get(login)
        return invitations.create(shop.id, { email, role, expires }, actorOf(io))
      })
      const link = welcomeLink(url, token)
      if (options.json === true)
        return printJson(io.stdout, { email, role, link, expires_at: new Date(expires).toISOString() })
      printLine(
        io.stdout,
        `${email} becomes ${role} of ${login} by opening this link, once, until ${readableTime(expires)}:`,
      )
      printLine(io.stdout, '')
      printLine(io.stdout, `  ${link}`)
    })
}

function parseEmail(text: string): string {
  const email = text.trim().toLowerCase()
  if (!isEmailAddress(email)) throw new RangeError(`«${text}» is not an e-mail address.`)
  return email
}
