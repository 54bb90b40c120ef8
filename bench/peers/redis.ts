import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startProgram } from './start-program.ts'

const REDIS_SERVER = process.env.REDIS_SERVER ?? 'redis-server'
const PORT = 3928

/** Keeps what it holds as the compose file of Svix says: an append-only file, fsync once a second. */
export async function startRedis(parentDir: string) {
  const dataDir = join(parentDir, 'redis')
  mkdirSync(dataDir, { recursive: true })
  const args = ['--port', String(PORT), '--bind', '127.0.0.1', '--dir', dataDir]
  const persistence = ['--save', '60 500', '--appendonly', 'yes', '--appendfsync', 'everysec']
  const program = await startProgram({ command: REDIS_SERVER, args: [...args, ...persistence], dataDir, port: PORT })
  return { ...program, port: PORT }
}
