/** What `product add` and `product set` say of a product. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Notification, notifications } from '../../rules/notification.ts'
import { parseNotificationUrl } from '../../rules/notification-url.ts'
import {
  type Fee,
  parseProductTitle,
  type Product,
  type ProductChanges,
  type ProductKind,
  productKinds,
} from '../../rules/product.ts'
import { byRule, orNone, parseDuration, parseShare, parseSum } from '../options.ts'

export interface ProductOptions extends Readonly<Partial<Record<`notify${Capitalize<Notification>}`, string>>> {
  readonly title?: string
  readonly price?: number
  readonly kind?: ProductKind
  readonly timer?: number | 'none'
  readonly prepaymentMin?: number | 'none'
  readonly partnerFee?: Fee | 'none'
  readonly secondPartnerFee?: Fee | 'none'
}

export function addProductOptions(command: Command): Command {
  command
    .addOption(new Option('--title <text>', 'what customers read').argParser(byRule(parseProductTitle)))
    .addOption(new Option('--price <sum>', "in the shop's currency").argParser(parseSum))
    .addOption(
      new Option('--kind <kind>', 'physical: sent by post; floating: the buyer names the price').choices(productKinds),
    )
    .addOption(
      new Option('--timer <time>', 'after which an unpaid order cancels itself: 3d, 12h, 30m; none').argParser(
        orNone(parseTimer),
      ),
    )
    .addOption(
      new Option('--prepayment-min <sum>', 'the least that can be paid in part; none: only all at once').argParser(
        orNone(parseAboveZero),
      ),
    )
    .addOption(
      new Option('--partner-fee <fee>', "what a partner earns: 150 or 10%; none: the partner's own share").argParser(
        orNone(parseFee),
      ),
    )
    .addOption(
      new Option('--second-partner-fee <fee>', 'what whoever brought that partner earns: 50 or 5%; none').argParser(
        orNone(parseFee),
      ),
    )
  for (const name of notifications) {
    const option = new Option(`--notify-${name} <url>`, `where to tell that an order is ${name}; '': nowhere`)
    command.addOption(option.argParser(byRule(parseNotificationUrl)))
  }
  return command
}

/** What was said, over what is there. */
export function changesIn(options: ProductOptions, present: Omit<Product, 'number' | 'name'>): ProductChanges {
  const { notify, fees } = present
  return {
    title: options.title ?? present.title,
    priceMinor: options.price ?? present.priceMinor,
    kind: options.kind ?? present.kind,
    timerMs: settingOf(options.timer, present.timerMs),
    prepaymentMinMinor: settingOf(options.prepaymentMin, present.prepaymentMinMinor),
    notify: {
      created: options.notifyCreated ?? notify.created,
      paid: options.notifyPaid ?? notify.paid,
      prepaid: options.notifyPrepaid ?? notify.prepaid,
      cancelled: options.notifyCancelled ?? notify.cancelled,
      returned: options.notifyReturned ?? notify.returned,
    },
    fees: [settingOf(options.partnerFee, fees[0]), settingOf(options.secondPartnerFee, fees[1])],
  }
}

function settingOf<Value>(given: Value | 'none' | undefined, present: Value | null): Value | null {
  if (given === undefined) return present
  return given === 'none' ? null : given
}

function parseTimer(text: string): number {
  const milliseconds = parseDuration(text)
  if (milliseconds === 0) throw new InvalidArgumentError('Say none for orders that do not cancel themselves.')
  return milliseconds
}

function parseAboveZero(text: string): number {
  const minor = parseSum(text)
  if (minor === 0) throw new InvalidArgumentError('It must be above zero.')
  return minor
}

/** `150` or `10%`. */
function parseFee(text: string): Fee {
  return text.endsWith('%')
    ? { sumMinor: 0, basisPoints: parseShare(text) }
    : { sumMinor: parseSum(text), basisPoints: 0 }
}
