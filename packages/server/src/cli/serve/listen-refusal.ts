import type { Config } from '../../config.ts'
import { CommandError } from '../command-error.ts'

interface ListenError extends NodeJS.ErrnoException {
  /** Missing where any port was asked for. */
  readonly port?: number
  readonly address?: string
}

/** What to tell of an error that came from opening the sockets; any other error is given back as it is. */
export function listenRefusal(error: unknown, { tls, metrics }: Pick<Config, 'tls' | 'metrics'>): unknown {
  if (!(error instanceof Error)) return error
  const { code = '', syscall = '', port = 0, address = '' } = error as ListenError
  const text = texts[code]
  // A worker's sockets are bound by the primary.
  if (text !== undefined && ['listen', 'bind'].includes(syscall)) {
    const option = port === tls?.port ? '--tls-port' : port === metrics?.port ? '--metrics-port' : '--port'
    return new CommandError(text({ port, address, option }), { cause: error })
  }
  if (tls !== undefined && code.startsWith('ERR_OSSL')) {
    return new CommandError(
      `${tls.certFile} and ${tls.keyFile} are not a certificate and its key in PEM (${error.message}).`,
      { cause: error },
    )
  }
  return error
}

interface Socket {
  readonly port: number
  readonly address: string
  readonly option: string
}

const texts: Readonly<Record<string, (socket: Socket) => string>> = {
  EADDRINUSE: ({ port, option }) =>
    `Port ${port} is in use by another program. Stop that one, or choose another port with ${option}` +
    (option === '--port' ? ' or the variable PORT.' : '.'),
  EACCES: ({ port, option }) => `This user may not listen on port ${port}. Choose one above 1023 with ${option}.`,
  EADDRNOTAVAIL: ({ address, option }) =>
    `${address} is not an address of this machine. Choose one with ${option === '--metrics-port' ? '--metrics-host' : '--host'}.`,
}
