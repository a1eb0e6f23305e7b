import { randomInt } from 'node:crypto'

const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Letters and digits from a cryptographic source, each worth 5.95 bits. */
export function randomText(length: number): string {
  return Array.from({ length }, () => characters[randomInt(characters.length)]).join('')
}

const keyLength = 40

/** Of a shop. Long and random, as MD5 over known text is all that guards it (protocol section 4). */
export function randomKey(): string {
  return randomText(keyLength)
}
