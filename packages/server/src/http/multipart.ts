/** Reads `multipart/form-data` as PHP does: text fields under names with brackets; files are ignored. */
import { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { type ByteString, bytesOf } from '@billkeep/wire/bytes.ts'
import { formLimits, type FormTree, parseForm } from '@billkeep/wire/form.ts'
import { urlEncode } from '@billkeep/wire/url-encoding.ts'

export function isMultipart(contentType: string): boolean {
  return /^multipart\/form-data\s*(?:;|$)/i.test(contentType)
}

/** Undefined if the body is malformed. Throws FormLimitError like any form. */
export async function readMultipart(contentType: string, body: Buffer): Promise<FormTree | undefined> {
  return fieldsIn(contentType, body).then(treeOf, () => undefined)
}

interface Field {
  readonly name: ByteString
  readonly chunks: Buffer[]
}

/** The text fields in their order. Rejects when the body is malformed or has more parts than a form may have pairs. */
async function fieldsIn(contentType: string, body: Buffer): Promise<readonly Field[]> {
  return new Promise((resolve, reject) => {
    const fields: Field[] = []
    // Every part is taken for a file, because only a file's bytes come as they are: text would come decoded.
    const parser = new Busboy({
      headers: { 'content-type': contentType },
      isPartAFile: () => true,
      limits: { parts: formLimits.maxPairs },
    })
    parser.on('file', (name: string | undefined, part, fileName: string | undefined) => {
      part.on('error', reject)
      if (name === undefined || fileName !== undefined) {
        part.resume()
        return
      }
      const field = { name: bytesOf(name), chunks: [] as Buffer[] }
      fields.push(field)
      part.on('data', (chunk: Buffer) => field.chunks.push(chunk))
    })
    parser.on('partsLimit', () => {
      reject(new Error(`The form has more than ${formLimits.maxPairs} parts.`))
      parser.destroy()
    })
    parser.on('error', reject)
    parser.on('finish', () => {
      resolve(fields)
    })
    Readable.from(piecesOf(body)).pipe(parser)
  })
}

/** A whole body of tiny parts would keep the parser, and every other caller, busy for half a second after the limit. */
const pieceBytes = 16_384

function* piecesOf(body: Buffer): Generator<Buffer> {
  for (let start = 0; start < body.length; start += pieceBytes) yield body.subarray(start, start + pieceBytes)
}

/** By way of the urlencoded form with the same fields, so that names mean the same and the same limits hold. */
function treeOf(fields: readonly Field[]): FormTree {
  const pairs = fields.map(
    ({ name, chunks }) => `${urlEncode(name)}=${urlEncode(Buffer.concat(chunks).toString('latin1'))}`,
  )
  // Encoding makes it longer; the body itself is within the limit already.
  return parseForm(pairs.join('&'), { ...formLimits, maxBytes: Infinity })
}
