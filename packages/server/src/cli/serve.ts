import cluster from 'node:cluster'
import { Command, Option } from 'commander'
import type { Config } from '../config.ts'
import { CommandError } from './command-error.ts'
import type { Io } from './io.ts'
import { dataOption, examples } from './options.ts'
import { masterKeyIn } from './with-store.ts'

export function serveCommand(io: Io): Command {
  const command = new Command('serve')
    .description('Serve the shops of a data folder until Ctrl-C.')
    .addHelpText(
      'after',
      examples(
        'serve',
        'serve --port 80 --host 0.0.0.0 --base-domain shops.example.com --data /var/lib/billkeep',
        'serve --database postgres://billkeep:secret@db1,db2/billkeep --workers 4',
        'serve --tls-port 443 --tls-cert fullchain.pem --tls-key privkey.pem --workers 4',
      ),
    )
    .action(async (options: Readonly<Record<string, unknown>>) => {
      const config = await readConfig(options, io.env)
      if (cluster.isWorker) {
        const { serveAsWorker } = await import('./serve/worker.ts')
        await serveAsWorker(config, io)
      } else if (config.workers > 1) {
        const { serveWithWorkers } = await import('./serve/primary.ts')
        await serveWithWorkers(config, io)
      } else {
        const { serveAlone } = await import('./serve/alone.ts')
        await serveAlone(config, io)
      }
    })
  for (const option of serveOptions()) command.addOption(option)
  return command
}

/** `config.ts` says what their values may be. */
function serveOptions(): readonly Option[] {
  return [
    new Option('--port <number>', 'port for HTTP, also in the variable PORT; 0: any (default: 8080)'),
    new Option('--host <address>', 'address to listen on; 0.0.0.0 for all').default('localhost'),
    dataOption(),
    new Option('--database-connections <number>', 'of each process to PostgreSQL').default('10'),
    new Option('--read-database <url>', 'copy that follows it, for shops that allow stale reads'),
    new Option('--read-lag <seconds>', 'while the copy is further behind, it is not used').default('5'),
    new Option('--base-domain <name...>', 'LOGIN.NAME is the host of a shop; localhost always is such a name'),
    new Option('--workers <number>', 'processes that share the work').default('1'),
    new Option('--tls-port <number>', 'port for HTTPS, beside HTTP'),
    new Option('--tls-cert <file>', 'certificate with its chain, in PEM'),
    new Option('--tls-key <file>', 'key of the certificate, in PEM'),
    new Option('--trust-proxy', 'believe X-Forwarded-* of the proxy that connects'),
    new Option('--allow-private-targets', 'let notifications go to addresses that are not of the public internet'),
    new Option('--rate-limit <calls>', 'a minute, for an address and shop, in each worker; 0: none').default('6000'),
    new Option('--keep-events <days>', 'the content of events; that they happened is kept for ever').default('400'),
    new Option('--keep-deliveries <days>', 'notifications that are done with').default('90'),
    new Option('--metrics-port <number>', 'port of its own for /metrics; 0: any'),
    new Option('--metrics-host <address>', 'address of that port').default('127.0.0.1'),
    new Option(
      '--metrics-token <token>',
      'lets whoever has it read /metrics on the other ports; better in BILLKEEP_METRICS_TOKEN, as others can see arguments',
    ),
    new Option('--log-level <level>', 'how much is logged to standard error').default('info'),
    new Option('--demo', 'make a shop with invented orders in a data folder without shops'),
  ]
}

async function readConfig(options: Readonly<Record<string, unknown>>, env: Io['env']): Promise<Config> {
  const { configFrom } = await import('../config.ts')
  const port = options['port'] ?? (env['PORT'] === '' ? undefined : env['PORT']) ?? '8080'
  const config = configFrom({ ...options, port, masterKey: masterKeyIn(env) })
  if ('problems' in config) throw new CommandError(config.problems.join('\n'), { exitCode: 2 })
  return config
}
