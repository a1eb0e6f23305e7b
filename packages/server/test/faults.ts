/**
 * npm run faults: loses primaries under load, and nodes while they deliver, at random moments. BILLKEEP_FAULTS_ROUNDS says
 * how often, BILLKEEP_FAULTS_SEED repeats a run as far as a race can be.
 */
process.env['BILLKEEP_FAULTS_ROUNDS'] ??= '20'
process.argv.push('packages/server/test/faults/rounds.test.ts')
await import('../../../scripts/test.ts')
