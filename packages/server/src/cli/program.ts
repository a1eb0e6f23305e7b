/** All commands: the table of contents of the command line. */
import { Command } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { listAuditCommand } from './audit/list.ts'
import { verifyAuditCommand } from './audit/verify.ts'
import { billsCommand } from './bills.ts'
import { copyCommand } from './copy.ts'
import { addCouponCommand } from './coupon/add.ts'
import { listCouponsCommand } from './coupon/list.ts'
import { removeCouponCommand } from './coupon/remove.ts'
import { setCouponCommand } from './coupon/set.ts'
import { listDeliveriesCommand } from './deliveries/list.ts'
import { retryDeliveryCommand } from './deliveries/retry.ts'
import { showDeliveryCommand } from './deliveries/show.ts'
import { addEndpointCommand } from './endpoint/add.ts'
import { listEndpointsCommand } from './endpoint/list.ts'
import { redeliverCommand } from './endpoint/redeliver.ts'
import { removeEndpointCommand } from './endpoint/remove.ts'
import { rotateSecretCommand } from './endpoint/rotate-secret.ts'
import { setEndpointCommand } from './endpoint/set.ts'
import { showEndpointCommand } from './endpoint/show.ts'
import { testEndpointCommand } from './endpoint/test.ts'
import { readEnvironment } from './environment.ts'
import type { Io } from './io.ts'
import { databaseOption, examples } from './options.ts'
import { mcpCommand } from './mcp.ts'
import { migrateCommand } from './migrate.ts'
import { payCommand } from './order/pay.ts'
import { exportCommand } from './orders/export.ts'
import { importCommand } from './orders/import.ts'
import { addPartnerCommand } from './partner/add.ts'
import { listPartnersCommand } from './partner/list.ts'
import { removePartnerCommand } from './partner/remove.ts'
import { setPartnerCommand } from './partner/set.ts'
import { addProductCommand } from './product/add.ts'
import { listProductsCommand } from './product/list.ts'
import { removeProductCommand } from './product/remove.ts'
import { setProductCommand } from './product/set.ts'
import { showProductCommand } from './product/show.ts'
import { serveCommand } from './serve.ts'
import { allowCommand } from './shop/allow.ts'
import { createCommand } from './shop/create.ts'
import { disableCommand } from './shop/disable.ts'
import { addCommand } from './shop/domain/add.ts'
import { removeCommand } from './shop/domain/remove.ts'
import { enableCommand } from './shop/enable.ts'
import { keyCommand } from './shop/key.ts'
import { listCommand } from './shop/list.ts'
import { rotateKeyCommand } from './shop/rotate-key.ts'
import { setCommand } from './shop/set.ts'
import { showCommand } from './shop/show.ts'
import { createTokenCommand } from './token/create.ts'
import { listTokensCommand } from './token/list.ts'
import { revokeTokenCommand } from './token/revoke.ts'
import { createUserCommand } from './user/create.ts'
import { listUsersCommand } from './user/list.ts'
import { removeUserCommand } from './user/remove.ts'
import { setUserCommand } from './user/set.ts'

export function billkeep(io: Io): Command {
  const domain = group('domain', "Link domains of a shop's own.", [addCommand(io), removeCommand(io)])
  const shop = group('shop', 'Make and change shops; a running server notices within a second.', [
    createCommand(io),
    listCommand(io),
    showCommand(io),
    setCommand(io),
    enableCommand(io),
    disableCommand(io),
    keyCommand(io),
    rotateKeyCommand(io),
    domain,
    allowCommand(io),
  ])
  const orders = group('orders', 'Take orders in and out.', [importCommand(io), exportCommand(io)])

  const order = group('order', 'Change single orders.', [payCommand(io)])
  const coupons = [addCouponCommand(io), listCouponsCommand(io), setCouponCommand(io), removeCouponCommand(io)]
  const partners = [addPartnerCommand(io), listPartnersCommand(io), setPartnerCommand(io), removePartnerCommand(io)]
  const products = [
    addProductCommand(io),
    listProductsCommand(io),
    showProductCommand(io),
    setProductCommand(io),
    removeProductCommand(io),
  ]
  const deliveries = [listDeliveriesCommand(io), showDeliveryCommand(io), retryDeliveryCommand(io)]

  const audit = [listAuditCommand(io), verifyAuditCommand(io)]
  const users = [createUserCommand(io), listUsersCommand(io), setUserCommand(io), removeUserCommand(io)]
  const tokens = [createTokenCommand(io), listTokensCommand(io), revokeTokenCommand(io)]

  const program = group('billkeep', 'An order service that answers JustClick order API scripts unchanged.', [
    serveCommand(io),
    shop,
    order,
    orders,
    group('product', 'What a shop sells.', products),
    group('coupon', 'Discounts by a code.', coupons),
    group('partner', 'Those who bring customers.', partners),
    group('endpoint', 'Addresses that are told of events by webhooks.', endpointCommands(io)),
    group('deliveries', 'Webhooks and notifications on their way.', deliveries),
    group('token', 'Tokens for API v1.', tokens),
    group('audit', 'Who changed what, in rows that cannot be changed unnoticed.', audit),
    group('user', 'Who may sign in to the account page.', users),
    billsCommand(io),
    mcpCommand(io),
    migrateCommand(io),
    copyCommand(io),
  ])
  program.version(packageJson.version).addHelpText('after', `${examples('serve', 'shop create anna')}\n${variables}`)
  for (const command of withSubcommands(program)) adopt(command, io)
  return program
}

const variables = `
Each option is also a variable: --base-domain is BILLKEEP_BASE_DOMAIN, with commas between values.
BILLKEEP_MASTER_KEY holds the master key where it is not to lie in the data folder.
BILLKEEP_DEBUG=1 shows more of an error. Exit codes: 0 done, 1 not done, 2 wrong usage.`

function endpointCommands(io: Io): readonly Command[] {
  return [
    addEndpointCommand(io),
    listEndpointsCommand(io),
    showEndpointCommand(io),
    setEndpointCommand(io),
    rotateSecretCommand(io),
    testEndpointCommand(io),
    redeliverCommand(io),
    removeEndpointCommand(io),
  ]
}

function group(name: string, description: string, commands: readonly Command[]): Command {
  const command = new Command(name).description(description)
  for (const subcommand of commands) command.addCommand(subcommand)
  return command
}

function withSubcommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)]
}

/** What holds for every command: where it writes, that it throws instead of ending the process, the environment. */
function adopt(command: Command, io: Io): void {
  if (command.options.some((option) => option.name() === 'data')) command.addOption(databaseOption())
  command
    .helpCommand(false)
    .showHelpAfterError('(--help shows how it is used)')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => {
        write(text.replace(/^error: /, 'billkeep: '))
      },
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    })
    .exitOverride()
    .hook('preSubcommand', (_, subcommand) => readEnvironment(subcommand, io.env))
}
