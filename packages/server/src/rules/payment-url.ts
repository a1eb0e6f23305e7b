/** Where a customer pays: a shop's address template with an order's facts filled in. */

const names = ['number', 'sum', 'email', 'token'] as const

/** What stands in the template as `{number}` and so on, as text. */
export type PaymentFacts = Readonly<Record<(typeof names)[number], string>>

/** Far more than any payment page needs. */
const longest = 2_000

/** Trimmed; `''` for none. Throws a RangeError for people. */
export function parsePaymentUrl(text: string): string {
  const template = text.trim()
  if (template === '') return ''
  const unknown = template.match(/\{[^{}]*\}?/g)?.find((place) => !names.some((name) => place === `{${name}}`))
  if (unknown !== undefined) {
    const known = names.map((name) => `{${name}}`).join(', ')
    throw new RangeError(`«${unknown}» is nothing that can be filled in. There is ${known}.`)
  }
  // Whom an order's facts are sent to is not for the order to say: before the path nothing is filled in.
  const isAddress = /^https?:\/\/[^/?#{}]+(?:[/?#]|$)/i.test(template) && URL.canParse(template)
  if (!isAddress || template.length > longest || /[\s\p{Cc}]/u.test(template)) {
    throw new RangeError(
      `«${template}» is no address to pay at: it takes an http or https one of at most ${longest} characters, ` +
        'like https://pay.example.com/?order={number}&sum={sum}',
    )
  }
  return template
}

/** `template` as `parsePaymentUrl` gives it, not empty. */
export function paymentUrl(template: string, facts: PaymentFacts): string {
  return names.reduce((url, name) => url.replaceAll(`{${name}}`, () => encodeURIComponent(facts[name])), template)
}
