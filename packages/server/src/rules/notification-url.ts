/** Where to tell a shop's script what happened (protocol section 11). */

/** Far more than any receiver has, and little enough to keep with every product. */
const longest = 2_000

/** Trimmed; `''` for none. Throws a RangeError for people. */
export function parseNotificationUrl(text: string): string {
  const url = text.trim()
  if (url !== '' && !isUsable(url)) {
    throw new RangeError(
      `«${url}» cannot be notified: it takes an http or https address of at most ${longest} characters, ` +
        'like https://shop.example.com/paid.php',
    )
  }
  return url
}

function isUsable(url: string): boolean {
  // The parser drops line breaks and tabs silently; what is kept is what is shown, so they are refused.
  if (url.length > longest || /[\s\p{Cc}]/u.test(url)) return false
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}
