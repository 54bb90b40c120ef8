import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startProgram } from './start-program.ts'

const RABBITMQ_SERVER = process.env.RABBITMQ_SERVER ?? 'rabbitmq-server'
const PORT = 3929
const DIST_PORT = 3930
const EPMD_PORT = 3933

/** Settings are RabbitMQ's own; `guest` may sign in over loopback only. */
export async function startRabbitmq(parentDir: string) {
  const dataDir = join(parentDir, 'rabbitmq')
  mkdirSync(dataDir, { recursive: true })
  const names = { ERL_EPMD_PORT: String(EPMD_PORT), ERL_EPMD_ADDRESS: '127.0.0.1' }
  // Without an epmd of our own, the first Erlang node starts one that outlives it.
  const epmd = await startProgram({ command: 'epmd', env: names, dataDir, port: EPMD_PORT })
  const broker = await startProgram({
    command: RABBITMQ_SERVER,
    dataDir,
    port: PORT,
    env: {
      ...names,
      HOME: dataDir,
      RABBITMQ_NODENAME: 'bench@localhost',
      RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
      RABBITMQ_NODE_PORT: String(PORT),
      RABBITMQ_DIST_PORT: String(DIST_PORT),
      RABBITMQ_MNESIA_BASE: join(dataDir, 'mnesia'),
      RABBITMQ_LOG_BASE: join(dataDir, 'log'),
      RABBITMQ_PID_FILE: join(dataDir, 'pid'),
      RABBITMQ_ENABLED_PLUGINS_FILE: join(dataDir, 'plugins'),
    },
  })
  return {
    pid: broker.pid,
    url: `amqp://guest:guest@127.0.0.1:${PORT}`,
    async stop() {
      await broker.stop()
      await epmd.stop()
    },
  }
}
