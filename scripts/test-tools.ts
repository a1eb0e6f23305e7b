import { isAvailable, isCi, type ToolName, tools } from './tools.ts'

/** What scripts/test.ts found; not set when vitest is run by itself, which then looks for the tool here. */
const found = process.env['BILLKEEP_TEST_TOOLS']?.split(',')

/**
 * For `describe.skipIf(!hasTool('php'))`: whether a program from outside npm is there. In CI a missing one is an error,
 * so that nothing is skipped there.
 */
export function hasTool(name: ToolName): boolean {
  const isFound = found?.includes(name) ?? tools.some((tool) => tool.name === name && isAvailable(tool))
  if (isFound) return true
  if (isCi) throw new Error(`The test tool ${name} is missing, and in CI nothing is skipped.`)
  if (found === undefined) console.warn(`Skipped, as ${name} is missing.`)
  return false
}
