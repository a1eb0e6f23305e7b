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
  // Only saveGolden() writes the file.
  const { php, read, write } = JSON.parse(readFileSync(file, 'utf8')) as Encoded
  return {
    php,
    read: read.map(({ body, query }) => ({ body: bytesIn(body), query: bytesIn(query) })),
    write: write.map(({ data, query }) => ({ data: formIn(JSON.parse(data) as Entries), query: bytesIn(query) })),
  }
}

export function saveGolden({ php, read, write }: Golden): void {
  const encoded: Encoded = {
    php,
    read: read.map(({ body, query }) => ({ body: base64Of(body), query: base64Of(query) })),
    write: write.map(({ data, query }) => ({ data: JSON.stringify(entriesOf(data)), query: base64Of(query) })),
  }
  writeFileSync(file, `${JSON.stringify(encoded, undefined, 2)}\n`)
}

/** Bytes in base64, data in JSON. */
type Encoded = {
  php: string
  read: readonly { body: string; query: string }[]
  write: readonly { data: string; query: string }[]
}

/** Maps and lists as pairs: a plain object would lose its order in JavaScript. */
type Entries = readonly (readonly [string | number, PlainValue | Entries])[]

function entriesOf(data: PlainForm): Entries { ... }
