/** n8n's own lint of community nodes, with the rules and exceptions of its scanner (@n8n/scan-community-package 0.32.0). */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules = '', folder = ''] = process.argv.slice(2)
const { resolve } = createRequire(join(modules, 'none.js'))
const load = async (name) => import(pathToFileURL(resolve(name)))

const { ESLint } = await load('eslint')
const { default: parser } = await load('@typescript-eslint/parser')
const { n8nCommunityNodesPlugin: community } = await load('@n8n/eslint-plugin-community-nodes')
const { default: base } = await load('eslint-plugin-n8n-nodes-base')

const off = (...names) => Object.fromEntries(names.map((name) => [`n8n-nodes-base/${name}`, 'off']))

const eslint = new ESLint({
  cwd: folder,
  allowInlineConfig: false,
  overrideConfigFile: true,
  overrideConfig: [
    community.configs.recommended,
    { plugins: { 'n8n-nodes-base': base }, rules: { 'no-console': 'error' } },
    { files: ['package.json'], rules: base.configs.community.rules },
    {
      files: ['**/credentials/**/*.ts'],
      rules: {
        ...base.configs.credentials.rules,
        ...off('cred-class-field-documentation-url-miscased', 'cred-class-field-type-options-password-missing'),
      },
    },
    {
      files: ['**/nodes/**/*.ts'],
      rules: {
        ...base.configs.nodes.rules,
        ...off(
          'node-class-description-inputs-wrong-regular-node',
          'node-class-description-outputs-wrong',
          'node-param-type-options-max-value-present',
        ),
      },
    },
    { files: ['**/*.{json,ts}'], languageOptions: { parser } },
  ],
})

const results = await eslint.lintFiles(['package.json', '{nodes,credentials}/**/*.{ts,json}'])
console.log(await (await eslint.loadFormatter('stylish')).format(results))
const found = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0)
console.log(`n8n's lint found ${found} problems in ${results.length} files.`)
process.exitCode = found === 0 && results.length > 0 ? 0 : 1
