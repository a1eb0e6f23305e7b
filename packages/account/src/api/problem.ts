/** Why a call was refused (RFC 9457). */
export class Problem extends Error {
  /** HTTP status; 0 where there was no answer. */
  readonly status: number
  /** The end of the problem's type: `not-found`. */
  readonly slug: string

  constructor(status: number, slug: string, detail: string) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.slug = slug
  }

  static from(status: number, text: string): Problem {
    const { type = '', detail, title = '' } = parsed(text)
    return new Problem(status, type.split('/').at(-1) ?? '', detail ?? title)
  }
}

function parsed(text: string): { type?: string; title?: string; detail?: string } {
  try {
    return JSON.parse(text) as { type?: string; title?: string; detail?: string }
  } catch {
    return {}
  }
}
