/** Code to read and to copy: commands, and JSON in colours. */
import { Html, markup } from '../html.ts'

/** `name` tells those who do not see what it is; it can be scrolled by keyboard. */
export function codeBlock(name: string, code: Html): Html {
  return markup`<figure class="code"><figcaption>${name}</figcaption>
<pre tabindex="0" role="region" aria-label="${name}"><code>${code}</code></pre></figure>\n`
}

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)/g

export function json(value: unknown): Html {
  const text = JSON.stringify(value, undefined, 2)
  let end = 0
  const pieces = [...text.matchAll(token)].map((match) => {
    const before = text.slice(end, match.index)
    end = match.index + match[0].length
    return markup`${before}${coloured(match)}`
  })
  return markup`${pieces}${text.slice(end)}`
}

function coloured([whole, text, colon]: RegExpMatchArray): Html {
  if (text === undefined) return markup`<span class="n">${whole}</span>`
  return colon === undefined ? markup`<span class="s">${text}</span>` : markup`<span class="k">${text}</span>${colon}`
}

export interface CurlCall {
  readonly method: string
  /** After `/v1`. */
  readonly address: string
  readonly headers: readonly string[]
  /** Undefined: none. */
  readonly body: unknown
}

/** For a shell in which `$BILLKEEP` and `$TOKEN` are set. */
export function curl({ method, address, headers, body }: CurlCall): Html {
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"$BILLKEEP/v1${address}"`,
    '-H "Authorization: Bearer $TOKEN"',
    ...headers.map((header) => `-H ${quoted(header)}`),
  ]
  const head = lines.join(' \\\n  ')
  return body === undefined
    ? markup`${head}`
    : markup`${head} \\
  -d '${forShell(json(body))}'`
}

/** Within single quotes a shell takes everything as it is, but for the quote itself. */
function forShell({ text }: Html): Html {
  return new Html(text.replaceAll('&#39;', String.raw`&#39;\&#39;&#39;`))
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
