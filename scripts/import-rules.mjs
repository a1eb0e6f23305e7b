/**
 * What may import what: the table behind the lint rule billkeep/imports. A place is a top-level folder or file of a
 * package's src, or one file in it ('functions/registry'). Whatever is not listed is refused, a new folder included:
 * it gets its row here first. A file with a row of its own has that instead of its folder's.
 *
 * @typedef {object} Row
 * @property {string[] | 'anything'} ours places of our own that it may import
 * @property {string[]} [types] places of our own of which it may import types only
 * @property {string[]} [libraries] the only libraries and Node modules that it may import; left out: any
 */

/** @type {Record<string, Row>} */
export const importTable = {
  // Runs in browsers and integrations too: what needs Node is in *.node.ts, behind a conditional import.
  wire: { ours: [], libraries: ['@noble/hashes'] },
  // Runs wherever there is fetch, and installs alone: wire is built into it.
  client: { ours: ['wire'], libraries: [] },
  rules: { ours: [], types: ['context', 'store', 'wire'], libraries: ['zod'] },
  store: { ours: ['rules'] },
  config: { ours: ['rules'] },
  log: { ours: [], types: ['config'], libraries: ['pino'] },
  context: { ours: [], types: ['config', 'rules', 'store', 'webhooks', 'wire'] },
  functions: { ours: ['context', 'rules', 'wire/errors'], libraries: ['zod'] },
  // A form becomes checked input here, so that no function has to know what a form is.
  'functions/define': { ours: ['context', 'wire/errors'], types: ['wire/form'], libraries: ['zod'] },
  'functions/form-values': { ours: ['wire/bytes'], types: ['wire/form'], libraries: [] },
  // The JSON of API v1: what its operations answer and webhooks tell.
  resources: { ours: ['rules'], libraries: ['zod'] },
  operations: {
    ours: ['resources', 'rules', 'transfer', 'webhooks/notification', 'wire/errors'],
    types: ['store'],
    libraries: ['zod'],
  },
  // Loaded only when somebody signs in.
  'sign-in': { ours: ['rules'], types: ['store'] },
  // Loaded only when somebody speaks MCP.
  mcp: {
    ours: ['operations', 'rules', '../package.json'],
    libraries: ['@modelcontextprotocol/server', 'zod', 'node:stream'],
  },
  pages: { ours: ['rules'], types: ['derive', 'store'] },
  http: {
    ours: [
      'derive/openapi/open-api',
      'functions/registry',
      'mcp',
      'operations',
      'pages',
      'rules/actor',
      'rules/email',
      'rules/request',
      'rules/scope',
      'rules/token',
      'rules/user',
      'sign-in',
      'store/errors',
      'wire',
    ],
    types: ['config', 'context', 'functions/define', 'rules', 'store'],
  },
  metrics: { ours: ['rules/request'], types: ['http', 'store'], libraries: ['prom-client', 'node:timers/promises'] },
  webhooks: { ours: ['resources', 'rules', 'wire'], types: ['store'] },
  jobs: { ours: ['store/errors', 'webhooks'], types: ['rules', 'store'] },
  transfer: { ours: ['rules'], types: ['store'] },
  demo: { ours: ['rules'], types: ['store'] },
  derive: {
    ours: ['functions/registry', 'operations', 'resources', 'rules/scope', 'wire'],
    types: ['functions/define'],
  },
  // Integrations: bundled for where they run, so that what they import of ours goes along.
  zapier: { ours: ['wire/webhook-signature'], types: ['operations'], libraries: ['zapier-platform-core'] },
  n8n: { ours: ['wire/webhook-signature'], libraries: ['n8n-workflow'] },
  cli: { ours: 'anything' },
  main: { ours: 'anything' },
}

/** Nothing below these knows that they exist. @type {Record<string, string[]>} */
export const importers = { cli: ['main'], main: [] }

/** Modules that have a home: the pattern, and the only places that may import it. @type {[RegExp, string[]][]} */
export const homes = [
  [/^(node:sqlite|kysely|pg)$/, ['store']],
  [/^prom-client$/, ['metrics']],
  [/^@modelcontextprotocol\//, ['mcp']],
  [/^(fastify|@fastify\/.+|(node:)?http2)$/, ['http']],
  [/^(node:)?(http|https)$/, ['http', 'webhooks']],
  // It leads to the environment, which config.ts reads for everyone.
  [/^(node:)?process$/, ['config', 'cli']],
]

/** What a package gives to others, each from one file. */
export const publicEntries = new Set(['client/index'])

/** Words that say nothing about what a file does. */
export const emptyNames = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared', 'manager', 'base'])
