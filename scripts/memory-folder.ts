/** Where tests write what they throw away: to memory, as on a disk each of their thousands of commits waits for it. */
import { accessSync, constants, readFileSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'

const folder = '/dev/shm'
/** In bytes; a whole run fills a quarter of it. */
const room = 4e9

/** Undefined where there is none, or not enough room in it. What a killed process has written lasts as on a disk. */
export function memoryFolder(): string | undefined {
  try {
    accessSync(folder, constants.W_OK)
    const mount = readFileSync('/proc/mounts', 'utf8').match(/^\S+ \/dev\/shm tmpfs (\S+)/m)
    const { bavail, bsize } = statfsSync(folder)
    const mayRunPrograms = mount !== null && !mount[1]?.split(',').includes('noexec')
    return mayRunPrograms && Math.min(bavail * bsize, freemem()) > room ? folder : undefined
  } catch {
    return undefined
  }
}
