/** Why a call was refused (RFC 9457). */
export class Problem extends Error {
  /** HTTP status; 0 where there was no answer. */
  readonly status: number
  /** The end of the problem's type: `not-found`. */
  readonly slug: string
  readonly faults: readonly Fault[]

  constructor(status: number, slug: string, detail: string, faults: readonly Fault[] = []) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.slug = slug
    this.faults = faults
  }

  static from(status: number, text: string): Problem {
    const { type = '', detail, title = '', errors } = parsed(text)
    return new Problem(status, type.split('/').at(-1) ?? '', detail ?? title, errors)
  }
}

/** A field that is not as it should be. */
export interface Fault {
  /** With dots: `items.0.amount`. */
  readonly field: string
  readonly detail: string
}

interface ProblemBody {
  readonly type?: string
  readonly title?: string
  readonly detail?: string
  readonly errors?: readonly Fault[]
}

function parsed(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody
  } catch {
    return {}
  }
}
