/** How the documentation looks: one column on a phone, three on a desk, light or dark. Texts have a contrast of 4.5 : 1. */
import { hash } from 'node:crypto'
import { Html } from '../html.ts'

const colours = `
:root {
  color-scheme: light dark;
  --back: #fff; --side: #f7f8fa; --text: #1b1f26; --quiet: #596170; --line: #e3e6eb; --link: #0b5cad; --word: #eef1f5;
  --panel: #14181f; --panel-head: #1e242e; --panel-text: #e6e9ef; --panel-quiet: #a6aebb;
  --key: #8cc0f8; --string: #a3e6b8; --number: #ffcf86;
  --get: #0b5cad; --post: #0e6b35; --patch: #8a5300; --delete: #b3261e; --must: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #121418; --side: #16191e; --text: #eceef2; --quiet: #a6aebb; --line: #2c313a; --link: #8cc0f8; --word: #232830;
    --panel: #1a1e25; --panel-head: #232833;
    --get: #8cc0f8; --post: #86dba3; --patch: #ffcf86; --delete: #ffa49c; --must: #ffa49c;
  }
}`

const text = `
* { box-sizing: border-box; margin: 0; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
body {
  background: var(--back); color: var(--text); overflow-wrap: anywhere;
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .875em; }
:not(pre) > code { padding: .1em .35em; border-radius: .3em; background: var(--word); }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: .25rem; }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -.02em; }
h2 { margin-top: 3rem; font-size: 1.5rem; line-height: 1.3; letter-spacing: -.01em; }
h3 { font-size: 1.25rem; line-height: 1.3; }
h4 { margin-top: 1.5rem; padding-bottom: .375rem; font-size: .9375rem; }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover { text-decoration: underline; }
p, main > ul { margin-top: .75rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 3; padding: .5rem 1rem; background: var(--back); }`

const frame = `
header {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem;
  min-height: 3.5rem; padding: .5rem 1rem; background: var(--back); border-bottom: 1px solid var(--line);
}
header a { text-decoration: none; }
header a:hover { text-decoration: underline; }
.brand { margin-inline-end: auto; color: var(--text); font-size: 1.0625rem; font-weight: 700; }
.brand span { color: var(--quiet); font-weight: 400; }
header nav { display: flex; gap: 1.125rem; font-size: .9375rem; }
.page { padding: 0 1rem; }
main { max-width: 48rem; min-width: 0; padding: 1.5rem 0 6rem; }
.contents { font-size: .9375rem; }
.contents summary { padding: .75rem 0; cursor: pointer; font-weight: 600; }
.contents ul { padding: 0; list-style: none; }
.contents a { display: flex; gap: .5rem; justify-content: space-between; align-items: baseline; padding: .3125rem 0; color: var(--quiet); text-decoration: none; }
.contents a:hover { color: var(--text); text-decoration: underline; }
.contents a.chapter { margin-top: 1rem; color: var(--text); font-weight: 600; }
.contents .method { flex: none; font-size: .6875rem; }
.contents details[open] { padding-bottom: 1rem; border-bottom: 1px solid var(--line); }`

const parts = `
.operation, .object { padding-top: 2rem; }
.operation + .operation, .object + .object { margin-top: 2rem; border-top: 1px solid var(--line); }
.address { display: flex; flex-wrap: wrap; gap: .5rem; align-items: baseline; }
.address code { background: none; padding: 0; font-size: .9375rem; }
.method { font: 700 .75rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.get { color: var(--get); } .post { color: var(--post); } .patch { color: var(--patch); } .delete { color: var(--delete); }
.scope, .type, .limit, .optional, .statuses { color: var(--quiet); font-size: .875rem; }
.required { color: var(--must); font-size: .8125rem; font-weight: 600; }
.fields { padding: 0; list-style: none; border-top: 1px solid var(--line); }
.fields > li { padding: .75rem 0; border-bottom: 1px solid var(--line); }
.field { display: flex; flex-wrap: wrap; gap: 0 .5rem; align-items: baseline; margin: 0; }
.field .name { padding: 0; background: none; font-size: .9375rem; font-weight: 600; }
.field + p { margin-top: .25rem; }
.fields details { margin-top: .5rem; }
.fields summary { display: inline-block; padding: .25rem .75rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--quiet); font-size: .875rem; cursor: pointer; }
.fields summary code { padding: 0; background: none; }
.fields .fields { margin-top: .75rem; padding-inline-start: 1rem; border: 0; border-inline-start: 2px solid var(--line); }
.fields .fields > li:last-child { border: 0; }
.problems summary { cursor: pointer; }
.problems h4 { display: inline-block; margin-inline-end: .5rem; }
.problems ul, .list { padding: 0; list-style: none; }
.problems li { display: flex; gap: .75rem; padding: .25rem 0; font-size: .9375rem; }
.list li { padding: 1rem 0; border-top: 1px solid var(--line); }
.list p { margin: 0; }
.status { font-weight: 600; font-variant-numeric: tabular-nums; color: var(--must); }
.good { color: var(--post); }
.code { margin-top: 1.5rem; overflow: hidden; border-radius: .625rem; background: var(--panel); color: var(--panel-text); }
.code figcaption { padding: .5rem 1rem; background: var(--panel-head); color: var(--panel-quiet); font-size: .8125rem; }
.code pre { max-height: 32rem; padding: 1rem; overflow: auto; line-height: 1.55; font-size: .9375rem; overflow-wrap: normal; }
.code pre:focus-visible { outline-offset: -2px; outline-color: var(--key); }
.k { color: var(--key); } .s { color: var(--string); } .n { color: var(--number); }`

const wide = `
@media (min-width: 56rem) {
  header, .page { padding-inline: 2rem; }
  .page { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 3rem; }
  .contents { position: sticky; top: 3.5rem; align-self: start; height: calc(100vh - 3.5rem); padding: .5rem 1rem 2rem 0; overflow-y: auto; border-inline-end: 1px solid var(--line); }
  .contents details[open] { border: 0; }
  main { padding-top: 2rem; }
  @supports selector(::details-content) {
    .contents summary { display: none; }
    .contents details::details-content { content-visibility: visible; display: block; }
  }
}
@media (min-width: 80rem) {
  main { max-width: 84rem; }
  main > p, main > ul { max-width: 48rem; }
  .object { max-width: 48rem; }
  .operation { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 30rem); gap: 3rem; }
  .shown { position: sticky; top: 4.5rem; align-self: start; display: flex; flex-direction: column; max-height: calc(100vh - 5.5rem); }
  .shown .code { display: flex; flex-direction: column; min-height: 6rem; }
  .shown .code:first-child { flex: none; max-height: 60%; }
  .shown .code pre { max-height: none; }
  .shown .code:first-child { margin-top: 0; }
}
@media print {
  header, .contents, .skip { display: none; }
  .code { border: 1px solid var(--line); background: none; color: inherit; }
  .code pre { max-height: none; white-space: pre-wrap; }
}`

const style = `${colours}${text}${frame}${parts}${wide}\n`

export const docsStyleHash = `sha256-${hash('sha256', style, 'base64')}`
export const styleElement = new Html(`<style>${style}</style>`)
