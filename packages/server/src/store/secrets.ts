/** Seals API keys at rest with AES-256-GCM (NIST SP 800-38D); the old scheme needs them in clear to sign. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { StoreError } from './errors.ts'

const nonceBytes = 12
const tagBytes = 16

export interface Secrets {
  /** `owner` is bound to the sealed text: moved to another row, it no longer opens. */
  seal(secret: string, owner: string): string
  /** Throws StoreError, which calls it `what`, if it was sealed with another master key, for another owner, or changed. */
  open(sealed: string, owner: string, what?: string): string
  /** 32 hexadecimal digits that nobody can tell without the master key, always the same for the same thing. */
  token(thing: string): string
  /** A secret of its own for this purpose, 64 hexadecimal digits, always the same. */
  secretFor(purpose: string): string
}

/** @param masterKey 32 bytes. */
export function secretsWith(masterKey: Buffer): Secrets {
  // A key of its own (RFC 5869), so that neither use of the master key can be turned against the other.
  const tokenKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'billkeep tokens', 32))
  return {
    secretFor: (purpose) => Buffer.from(hkdfSync('sha256', masterKey, '', `billkeep ${purpose}`, 32)).toString('hex'),
    token: (thing) => createHmac('sha256', tokenKey).update(thing).digest('hex').slice(0, 32),
    seal(secret, owner) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(Buffer.from(owner))
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
    },
    open(sealed, owner, what = `the API key of ${owner}`) {
      const bytes = Buffer.from(sealed, 'base64')
      try {
        const decipher = createDecipheriv('aes-256-gcm', masterKey, bytes.subarray(0, nonceBytes))
          .setAAD(Buffer.from(owner))
          .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
        return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
      } catch (cause) {
        throw new StoreError(
          `The master key does not open ${what}. Put back the master.key file that belongs to this ` +
            'database, or set BILLKEEP_MASTER_KEY to its content.',
          { cause },
        )
      }
    },
  }
}
