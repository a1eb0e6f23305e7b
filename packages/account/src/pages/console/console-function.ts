/** A function of the order API, as the console shows it; derived from its definition. */
export interface ConsoleFunction {
  readonly version: 1 | 2
  readonly name: string
  readonly title: string
  readonly kind: 'read' | 'write'
  readonly fields: readonly ConsoleField[]
}

export interface ConsoleField {
  readonly name: string
  readonly title: string
  readonly description: string
  /** What it may be; empty: any text. */
  readonly options: readonly string[]
  /** A list, or names with values: a line each, `[0][good_name]=course`. */
  readonly isTree: boolean
  readonly isRequired: boolean
  readonly sample: string
}

/** What is typed, by the field's name; '' is not sent. */
export type Values = Readonly<Record<string, string>>
