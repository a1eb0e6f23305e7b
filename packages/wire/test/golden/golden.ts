// The file of forms that PHP read and wrote, for machines without PHP.

import { readFileSync, writeFileSync } from 'node:fs'
import type { ByteString } from '../../src/bytes.ts'
import type { PlainForm, PlainValue } from '../../src/form-data.ts'
import { base64Of, bytesIn } from '../php/php.ts'

export type Golden = {
  /** The version of the PHP that made the rest. */
  php: string
  /** What `http_build_query` made of what a POST of `body` left in `$_POST`. */
  read: readonly { body: ByteString; query: ByteString }[]
  /** What `http_build_query` made of the data. */
  write: readonly { data: PlainForm; query: ByteString }[]
}

const file = new URL('php-forms.json', import.meta.url)

export function readGolden(): Golden {
  // saveGolden() alone writes the file.
  const { php, read, write } = JSON.parse(readFileSync(file, 'utf8')) as Encoded
  return {
    php,
    read: read.map(({ body, query }) => ({ body: bytesIn(body), query: bytesIn(query) })),
    write: write.map(({ data, query }) => ({ data: dataIn(data), query: bytesIn(query) })),
  }
}

export function saveGolden({ php, read, write }: Golden): void {
  const encoded: Encoded = {
    php,
    read: read.map(({ body, query }) => ({ body: base64Of(body), query: base64Of(query) })),
    write: write.map(({ data, query }) => ({ data: textOf(data), query: base64Of(query) })),
  }
  writeFileSync(file, `${JSON.stringify(encoded, undefined, 2)}\n`)
}

/** Bodies and queries in base64, data as JSON text. */
type Encoded = {
  php: string
  read: readonly { body: string; query: string }[]
  write: readonly { data: string; query: string }[]
}

/** A map as an object around its pairs: as an object of its own it would lose its order in JavaScript. */
function textOf(data: PlainForm): string {
  return JSON.stringify(data, (_, value: unknown) => (value instanceof Map ? { pairs: Array.from(value) } : value))
}

function dataIn(text: string): PlainForm {
  // What textOf() wrote has lists, leaves, and objects that stand for maps.
  const revive = (_: string, value: unknown) => (isMapText(value) ? new Map(value.pairs) : value)
  return JSON.parse(text, revive) as PlainForm
}

function isMapText(value: unknown): value is { pairs: readonly (readonly [string, PlainValue])[] } {
  return typeof value === 'object' && value !== null && 'pairs' in value
}
