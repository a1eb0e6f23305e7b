/** How the payment page looks: for small screens first, light or dark, and on paper. Texts have a contrast of 4.5 : 1. */
import { hash } from 'node:crypto'
import { Html } from './html.ts'

const style = `
:root {
  color-scheme: light dark;
  --back: #f3f4f7; --card: #fff; --text: #1b1f26; --quiet: #596170; --line: #dfe3e9;
  --button: #0b5cad; --button-text: #fff;
  --open: #fff1cc; --open-text: #664600; --done: #dcf4e3; --done-text: #0e5528; --over: #e9ebef; --over-text: #434a56;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #121418; --card: #1c1f25; --text: #eceef2; --quiet: #a6aebb; --line: #343a45;
    --button: #8cc0f8; --button-text: #0a1a2c;
    --open: #40330d; --open-text: #ffdf8e; --done: #12381f; --done-text: #a3e6b8; --over: #2d323b; --over-text: #c8ced8;
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  min-height: 100vh; padding: 1rem; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
main {
  max-width: 36rem; margin: 0 auto; padding: 1.5rem 1.25rem; background: var(--card);
  border: 1px solid var(--line); border-radius: 1rem;
}
h1 { margin: .125rem 0 .75rem; font-size: 1.625rem; line-height: 1.25; }
.shop, .quiet { color: var(--quiet); }
.shop { font-weight: 600; }
.state { display: inline-block; margin-bottom: .75rem; padding: .25rem .75rem; border-radius: 1rem; font-weight: 600; }
.open { background: var(--open); color: var(--open-text); }
.done { background: var(--done); color: var(--done-text); }
.over { background: var(--over); color: var(--over-text); }
table { width: 100%; margin-top: 1.25rem; border-collapse: collapse; }
th, td { padding: .75rem 0; border-top: 1px solid var(--line); vertical-align: baseline; }
th { font-weight: 400; text-align: start; }
td { padding-inline-start: 1rem; text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
s { display: block; color: var(--quiet); font-size: .875rem; }
tfoot th, tfoot td { padding: .25rem 0; border: 0; }
tfoot td { padding-inline-start: 1rem; }
tfoot tr:first-child > * { padding-top: .75rem; border-top: 2px solid var(--line); }
.strong > * { font-size: 1.125rem; font-weight: 700; }
.button {
  display: block; margin-top: 1.5rem; padding: .875rem 1rem; border-radius: .75rem; background: var(--button);
  color: var(--button-text); font-size: 1.125rem; font-weight: 600; text-align: center; text-decoration: none;
}
.button:hover { text-decoration: underline; }
.button:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; }
.note { margin-top: 1rem; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (min-width: 40rem) {
  body { padding: 4rem 2rem; }
  main { padding: 2.5rem; }
}
@media print {
  :root { --back: #fff; --card: #fff; --text: #000; --quiet: #333; --line: #999; }
  body { padding: 0; }
  main { max-width: none; padding: 0; border: 0; }
  .state { padding: 0; background: none; color: #000; }
  .button { display: none; }
  tr { break-inside: avoid; }
}
`

export const styleElement = new Html(`<style>${style}</style>`)

/** What the policy of the page must name for browsers to apply the style (CSP Level 3, 'sha256-…'). */
export const styleHash = `sha256-${hash('sha256', style, 'base64')}`
