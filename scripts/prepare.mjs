// Makes a checkout ready to run: packages, Prisma clients, house styles. Plain JavaScript, because nothing is
// installed when it starts; it does only what is missing or out of date.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

function isOlder(product, ...sources) {
  const path = join(root, product)
  if (!existsSync(path)) return true
  return sources.some((source) => statSync(join(root, source)).mtimeMs > statSync(path).mtimeMs)
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
}

if (isOlder('node_modules/.package-lock.json', 'package-lock.json')) {
  // npm's own script path: on Windows npm is no program that spawn can start.
  run(process.execPath, [process.env.npm_execpath, 'ci', '--no-audit', '--no-fund', '--loglevel=error'])
}
for (const system of ['zaaksysteem', 'publieksportaal']) {
  if (isOlder(`lib/${system}/generated/client.ts`, `prisma/${system}/schema.prisma`)) {
    run(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--config', `prisma/${system}.config.ts`])
  }
}
if (isOlder('public/huisstijl/utrecht.css', 'scripts/build-huisstijl.ts', 'lib/ui/huisstijl', 'package-lock.json')) {
  run(process.execPath, ['--import', 'tsx', 'scripts/build-huisstijl.ts'])
}
