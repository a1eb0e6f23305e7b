import { Command, Option } from 'commander'
import { payStatuses } from '../rules/order.ts'
import type { Bills } from './bills/read-answer.ts'
import { CommandError } from './command-error.ts'
import type { Io } from './io.ts'
import { examples, type JsonOption, jsonOption, keyOption } from './options.ts'
import { printJson, printTable } from './print.ts'

interface Options extends JsonOption {
  readonly url: string
  readonly login: string
  readonly key: string
  readonly status?: string
}

export function billsCommand(io: Io): Command {
  return new Command('bills')
    .description("Ask any server that speaks the protocol for a customer's orders, with a signed call.")
    .argument('<email>')
    .addOption(new Option('--status <status>', 'only orders with this status').choices(payStatuses))
    .addOption(new Option('--url <url>', 'http://LOGIN.HOST or http://HOST/@LOGIN').makeOptionMandatory())
    .addOption(new Option('--login <login>', "the shop's login").makeOptionMandatory())
    .addOption(keyOption("the shop's API key").makeOptionMandatory())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'bills buyer@example.com --url http://username.localhost:8080 --login username',
        'bills buyer@example.com --status paid --url https://example.com/@anna --login anna --json',
      ),
    )
    .action(async (email: string, options: Options) => {
      const bills = await ask(io, email, options)
      if (options.json === true) printJson(io.stdout, bills ?? {})
      if (bills === undefined) throw new CommandError(`No orders found for ${email}.`)
      if (options.json !== true) printTable(io.stdout, ['ORDER', 'PRODUCT', 'NAME', 'TITLE'], rowsOf(bills))
    })
}

async function ask({ clock }: Io, email: string, { url, login, key, status }: Options): Promise<Bills | undefined> {
  const [{ signedForm }, { endpointOf }, { postForm }, { billsIn }] = await Promise.all([
    import('./bills/signed-form.ts'),
    import('./bills/endpoint.ts'),
    import('./bills/post.ts'),
    import('./bills/read-answer.ts'),
  ])
  const endpoint = endpointOf(url)
  // As all clients do (protocol section 4).
  const signer = { login: login.trim(), key: key.trim() }
  const { body, hash } = signedForm({ email, pay_status: status }, signer)
  const answer = await postForm(endpoint, body)
  return billsIn(answer, { ...signer, requestHash: hash, nowUnixSeconds: Math.floor(clock() / 1_000) })
}

/** A row a product; the order's number stands beside its first. */
function rowsOf(bills: Bills): readonly (readonly string[])[] {
  return Object.entries(bills).flatMap(([order, products]) =>
    Object.entries(products).map(([product, { good_name, good_title }], index) => [
      index === 0 ? order : '',
      product,
      good_name,
      good_title,
    ]),
  )
}
