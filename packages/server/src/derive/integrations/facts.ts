/** What an integration says of API v1 to people who do not read its documentation. */

export interface Field {
  /** As in API v1. */
  readonly name: string
  /** For people. */
  readonly title: string
  /** In CommonMark. */
  readonly description?: string
  /** `money`: an integer of minor units. `texts`: names with a text each. `json`: one of several forms. */
  readonly type: 'text' | 'integer' | 'number' | 'money' | 'boolean' | 'moment' | 'object' | 'list' | 'texts' | 'json'
  readonly isRequired?: true
  /** All that the value, or each in a list, may be. */
  readonly choices?: readonly string[]
  /** What is in the object, or in each of the list; left out of a list: it has texts. */
  readonly fields?: readonly Field[]
}

export interface Operation {
  readonly title: string
  readonly description?: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** After `/v1`, with names in braces. */
  readonly at: string
  /** What a token must allow. */
  readonly scope: string
  readonly path: readonly Field[]
  readonly query: readonly Field[]
  readonly body: readonly Field[]
}

export interface Resource {
  readonly fields: readonly Field[]
  readonly sample: Readonly<Record<string, unknown>>
}
