/** Those who bring customers, and what they earn (protocol sections 7 and 8.2). Each `parse…` throws a RangeError for people. */

export interface Partner {
  /** Unique in its shop, and never given twice. */
  readonly number: number
  /** As given; found and unique without regard to case. */
  readonly login: string
  /** Their share of an item whose product sets no fee, in hundredths of a percent. */
  readonly basisPoints: number
  /** The number of the partner who brought this one, and so has level 2 in their sales; null: nobody. */
  readonly parent: number | null
}

const longestLogin = 100

/** Trimmed. Without commas, as API 2.0 has lists of logins with commas between them (protocol section 10.1). */
export function parsePartnerLogin(text: string): string {
  const login = text.trim()
  if (login === '' || login.length > longestLogin || /[,\s\p{Cc}]/u.test(login)) {
    throw new RangeError(
      `«${login}» cannot be a partner's login: take 1 to ${longestLogin} printable characters, and no space or comma.`,
    )
  }
  return login
}
