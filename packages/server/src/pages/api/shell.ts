/** What all pages of the documentation have around them. */
import { type Html, markup } from '../html.ts'
import { styleElement } from './docs-style.ts'

export interface Shell {
  readonly title: string
  /** What stands beside the text, or before it where there is no room. */
  readonly contents: Html
  readonly body: Html
}

export function shell({ title, contents, body }: Shell): string {
  const { text } = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${styleElement}
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header>
<a class="brand" href="/v1/docs">Billkeep <span>API v1</span></a>
<nav aria-label="Documents"><a href="/v1/docs">Reference</a><a href="/v1/problems">Problems</a><a href="/v1/openapi.json">OpenAPI</a></nav>
</header>
<div class="page">
${contents}
<main id="main">
${body}</main>
</div>
</body>
</html>
`
  return text
}
