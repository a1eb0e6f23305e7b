/** The files that say what the code says, and so are written from it: by `npm run derive`, and held by a test. */
import { accountFunctions } from './account-functions.ts'
import { accountRoutes } from './account-routes.ts'
import { apiFunctions } from './client/api-functions.ts'
import { apiTypes } from './client/api-types.ts'
import { v1Operations } from './client/v1-operations.ts'
import { v1Types } from './client/v1-types.ts'
import { functionTable } from './function-table.ts'
import { apiFacts, n8nApi, zapierApi } from './integrations/api-facts.ts'
import { withMarkedPart } from './marked-part.ts'
import { openApi } from './openapi/open-api.ts'

export interface DerivedFile {
  /** From the project's folder. */
  readonly path: string
  /** What the file must say; `present` is what it says now, '' where there is none. */
  readonly derive: (present: string) => string
}

export const derivedFiles: readonly DerivedFile[] = [
  { path: 'README.md', derive: (present) => withMarkedPart(present, 'functions', functionTable()) },
  { path: 'packages/account/src/generated/routes.ts', derive: accountRoutes },
  { path: 'packages/account/src/generated/functions.ts', derive: accountFunctions },
  { path: 'packages/zapier/src/generated/api.ts', derive: () => apiFacts(zapierApi) },
  { path: 'packages/n8n/nodes/generated/api.ts', derive: () => apiFacts(n8nApi) },
  { path: 'packages/client/src/generated/api-types.ts', derive: apiTypes },
  { path: 'packages/client/src/generated/api-functions.ts', derive: apiFunctions },
  { path: 'packages/client/src/generated/v1-types.ts', derive: v1Types },
  { path: 'packages/client/src/generated/v1-operations.ts', derive: v1Operations },
  { path: 'docs/api/openapi.json', derive: () => `${JSON.stringify(openApi(), undefined, 2)}\n` },
]
