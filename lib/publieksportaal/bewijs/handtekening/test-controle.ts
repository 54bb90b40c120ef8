import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { TestPublieksportaal } from '../../test-context.ts'
import { publishedJwks } from './bewijssleutels.ts'

/** Runs a program in a folder with only these files. */
export async function runOn(files: Record<string, Uint8Array | string>, command: string, args: string[]) {
  const cwd = await mkdtemp(join(tmpdir(), 'bewijs-'))
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content)
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] })
    const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
    return { stdout, code }
  } finally {
    await rm(cwd, { recursive: true })
  }
}

/** Checks a file offline: with the published keys and the script of the page. */
export async function runScript(ctx: TestPublieksportaal, bewijs: Uint8Array | string) {
  const files = { bewijs, 'jwks.json': JSON.stringify(await publishedJwks(ctx)) }
  const script = join(process.cwd(), 'public/mijn/controleer-bewijs.mjs')
  return runOn(files, process.execPath, [script, 'bewijs', 'jwks.json'])
}
