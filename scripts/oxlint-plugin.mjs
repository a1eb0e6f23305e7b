/** The lint rules that are ours alone; what they allow is in import-rules.mjs. */

import { posix } from 'node:path'
import { emptyNames, homes, importers, importTable, publicEntries } from './import-rules.mjs'

const sourceFile = /(?:^|\/)packages\/(?:(wire|client|server|zapier)\/src|(n8n)\/(?:nodes|credentials))\/(.+)\.ts$/
/** Packages that are one place each. */
const wholePlaces = new Set(['wire', 'client', 'zapier', 'n8n'])
const ourPackage = /^@billkeep\/([^/]+)(?:\/(.+))?$/

const imports = {
  create(context) {
    const file = placeOfFile(slashes(context.filename))
    return file === undefined
      ? {}
      : onImports((node) => {
          const reason = refusal(file, node.source.value, isTypeOnly(node))
          if (reason !== undefined) context.report({ node: node.source, message: reason })
        })
  },
}

const fileName = {
  create(context) {
    const words = posix.basename(slashes(context.filename)).split(/[-_.]/)
    const empty = words.find((word) => emptyNames.has(word.toLowerCase()))
    return {
      Program(node) {
        if (empty !== undefined)
          context.report({ node, message: `"${empty}" says nothing: name the file after what it does.` })
      },
    }
  },
}

const noReExport = {
  create(context) {
    const file = placeOfFile(slashes(context.filename))
    if (file === undefined || publicEntries.has(file.path)) return {}
    const report = (node) => {
      if (node.source) context.report({ node, message: 'No barrels inside a package: import from the file itself.' })
    }
    return { ExportAllDeclaration: report, ExportNamedDeclaration: report }
  },
}

export default {
  meta: { name: 'billkeep' },
  rules: { imports, 'file-name': fileName, 'no-re-export': noReExport },
}

/** Why `file` may not import `specifier`, or nothing. */
function refusal(file, specifier, typeOnly) {
  const target = placeOfSpecifier(file, specifier)
  return target === undefined ? refusalOfLibrary(file, specifier, typeOnly) : refusalOfOurs(file, target, typeOnly)
}

function refusalOfOurs(file, target, typeOnly) {
  const row = rowOf(file)
  if (row === undefined) return `${file.top} has no row in scripts/import-rules.mjs: say there what it may import.`
  if (target.top === file.top) return refusalWithin(file, target)
  const only = importers[target.top]
  if (only !== undefined && !only.includes(file.top)) return `Nothing imports ${target.top}.`
  const allowed = typeOnly ? [...asList(row.ours), ...(row.types ?? [])] : asList(row.ours)
  if (row.ours === 'anything' || allowed.includes(target.top) || allowed.includes(target.path)) return undefined
  const types = (row.types ?? []).length > 0 ? `, and types of ${row.types.join(', ')}` : ''
  return `${file.top} may import ${asList(row.ours).join(', ') || 'nothing of ours'}${types}; not ${target.path}.`
}

/** A function has the name it has on the wire, so its file begins with a capital: no other function calls it. */
function refusalWithin(file, target) {
  const isFunction = file.top === 'functions' && /^[A-Z]/.test(posix.basename(target.path))
  if (!isFunction || file.path === 'functions/registry') return undefined
  return 'A function never calls another: what two of them share moves down, to rules/ or store/.'
}

function refusalOfLibrary(file, specifier, typeOnly) {
  const home = homes.find(([pattern]) => pattern.test(specifier))?.[1]
  if (home !== undefined && !home.includes(file.top)) return `${specifier} is imported in ${home.join(', ')} only.`
  const { libraries } = rowOf(file) ?? {}
  const isNodeFile = file.path.endsWith('.node') && specifier.startsWith('node:')
  const isConditional = specifier.startsWith('#')
  const isAllowed =
    libraries === undefined || isConditional || isNodeFile || libraries.some((name) => isOf(name, specifier))
  if (isAllowed || (typeOnly && libraries.length === 0)) return undefined
  return `${file.top} may import ${libraries.join(', ') || 'no library'}; not ${specifier}.`
}

/** 'packages/server/src/store/dialect/sqlite.ts' → { top: 'store', path: 'store/dialect/sqlite', folder: … } */
function placeOfFile(filename) {
  const [, packageInSrc, n8n, path] = sourceFile.exec(filename) ?? []
  if (path === undefined) return undefined
  const packageName = packageInSrc ?? n8n
  const inPackage = wholePlaces.has(packageName) ? `${packageName}/${path}` : path
  return { top: inPackage.split('/')[0], path: inPackage, folder: posix.dirname(filename) }
}

/** The place that a specifier names, or nothing when it is a library or a conditional import (#md5). */
function placeOfSpecifier(file, specifier) {
  const ours = ourPackage.exec(specifier)
  if (ours !== null) return { top: ours[1], path: withoutExtension(posix.join(ours[1], ours[2] ?? '')) }
  if (!specifier.startsWith('.')) return undefined
  const path = withoutExtension(posix.join(posix.dirname(file.path), specifier))
  return placeOfFile(posix.join(file.folder, specifier)) ?? { top: path.split('/')[0], path }
}

function onImports(check) {
  const checkSource = (node) => {
    if (typeof node.source?.value === 'string') check(node)
  }
  return {
    ImportDeclaration: checkSource,
    ExportAllDeclaration: checkSource,
    ExportNamedDeclaration: checkSource,
    ImportExpression: checkSource,
    TSImportType: checkSource,
  }
}

function isTypeOnly(node) {
  if (node.type === 'TSImportType') return true
  const areTypes = node.specifiers?.length > 0 && node.specifiers.every((part) => part.importKind === 'type')
  return node.importKind === 'type' || node.exportKind === 'type' || areTypes
}

const rowOf = (file) => importTable[file.path] ?? importTable[file.top]
const isOf = (name, specifier) => specifier === name || specifier.startsWith(`${name}/`)
const asList = (places) => (places === 'anything' ? [] : places)
const slashes = (path) => path.replaceAll('\\', '/')
const withoutExtension = (path) => path.replace(/\.ts$/, '')
