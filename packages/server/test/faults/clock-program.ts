/** For `--import`: sets the clock of a program wrong by so many milliseconds, at the start or so long after it. */
const { now } = Date
const { BILLKEEP_FAULTS_CLOCK_MS: byMs, BILLKEEP_FAULTS_CLOCK_AFTER_MS: afterMs } = process.env
let offMs = 0

function set(): void {
  offMs = Number(byMs)
}

if (Number(afterMs) === 0) set()
else setTimeout(set, Number(afterMs)).unref()
Date.now = () => now() + offMs
