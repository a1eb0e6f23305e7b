/** The demo shop at a glance, with commands that can be pasted as they are. */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { signRequest } from '@billkeep/wire/signature.ts'
import type { Shop } from '../../store/shops.ts'
import type { Output } from '../io.ts'
import { styled } from '../print.ts'

export interface DemoBanner {
  readonly shop: Shop
  /** Of the shop, without a path to a function. */
  readonly address: string
  /** Opens the account page once; undefined: somebody can sign in already. */
  readonly welcome: string | undefined
}

/** There in a clone, not in an installed package. */
const phpExample = join(import.meta.dirname, '../../../../../examples/get-bills.php')
/** What the example's own settings say. */
const phpAddress = 'http://username.localhost:8080'
const query = 'email=buyer%40example.com'

export function demoBanner({ shop: { login, keys }, address, welcome }: DemoBanner, output: Output): readonly string[] {
  const [key] = keys
  const strong = (text: string): string => styled(output, 'bold', text)
  const faint = (text: string): string => styled(output, 'dim', text)
  const command = (text: string): string => `    ${styled(output, 'cyan', text)}`
  const hash = signRequest(query, login, key)
  const facts = [
    `  ${strong('Demo shop')}`,
    '',
    `    ${faint('address')}  ${strong(address)}`,
    `    ${faint('login')}    ${strong(login)}`,
    `    ${faint('key')}      ${strong(key)}`,
  ]
  const curl = [
    `  ${strong("A customer's orders, signed: paste this")}`,
    '',
    command(`curl -sS ${address}/api/GetBills -d ${query} -d hash=${hash}`),
  ]
  const php = [`  ${strong('The same from PHP')}`, '', command(phpCommand(address, key))]
  const page = [
    `  ${strong('Its account page: this link opens once, and lets you choose a password')}`,
    '',
    command(welcome ?? ''),
  ]
  return [
    '',
    ...facts,
    '',
    ...(welcome === undefined ? [] : [...page, '']),
    ...curl,
    '',
    ...(existsSync(phpExample) ? [...php, ''] : []),
    `  ${faint('Ctrl-C stops it.')}`,
    '',
  ]
}

function phpCommand(address: string, key: string): string {
  const url = address === phpAddress ? '' : `BILLKEEP_URL=${address} `
  return `${url}BILLKEEP_KEY=${key} php ${relative('', phpExample)}`
}
