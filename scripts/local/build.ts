import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'app',
  'lib',
  'public',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.ts',
  'proxy.ts',
  'package-lock.json',
]

/** Tests and their output do not make a build stale. */
const NOT_BUILT = /\.test\.tsx?$|^run\.json$/

/** True when the last build is newer than every source file. */
export function isBuilt(): boolean {
  const built = statSync('.next/BUILD_ID', { throwIfNoEntry: false })?.mtimeMs ?? 0
  return SOURCES.every((source) => newestChange(source) < built)
}

/** Builds when a source is newer than the last build. Resolves to false when the build failed. */
export async function buildWhenStale(): Promise<boolean> {
  if (isBuilt()) return true
  const build = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [status] = await once(build, 'exit')
  return status === 0
}

function newestChange(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  const built = readdirSync(path).filter((name) => !NOT_BUILT.test(name))
  return Math.max(stats.mtimeMs, ...built.map((name) => newestChange(join(path, name))))
}
