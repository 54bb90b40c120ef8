import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestBezorging } from '../test-bezorgingen.ts'
import type { Programmeertaal } from './snippets.ts'

const HERE = import.meta.dirname
/** While a compiler runs, this process goes on: Vitest gives up a worker that does not answer. */
const run = promisify(execFile)

type Toolchain = {
  /** a command that works only where the toolchain is */
  probe: [string, ...string[]]
  /** lays the snippets out with the harness and compiles them; returns the command that runs them */
  build(dir: string): Promise<{ command: [string, ...string[]]; cwd: string }>
}

/** What runs the snippets of a language, and how. Without packages to fetch, but for C#. */
export const TOOLCHAINS: Record<Programmeertaal, Toolchain> = {
  node: {
    probe: [process.execPath, '--version'],
    build: async () => ({ command: [process.execPath, join(HERE, 'harness/harness.mjs')], cwd: HERE }),
  },
  python: {
    probe: ['python3', '-c', 'import sys, cryptography; assert sys.version_info >= (3, 10)'],
    async build(dir) {
      cpSync(join(HERE, 'python'), dir, { recursive: true })
      cpSync(join(HERE, 'harness/harness.py'), join(dir, 'harness.py'))
      return { command: ['python3', 'harness.py'], cwd: dir }
    },
  },
  java: {
    probe: ['javac', '--version'],
    async build(dir) {
      cpSync(join(HERE, 'java'), dir, { recursive: true })
      cpSync(join(HERE, 'harness/Harness.java'), join(dir, 'Harness.java'))
      await run('javac', ['-d', 'classes', '-Xlint:all', '-Werror', 'Harness.java'], { cwd: dir })
      return { command: ['java', '-cp', 'classes', 'Harness'], cwd: dir }
    },
  },
  go: {
    probe: ['go', 'version'],
    async build(dir) {
      mkdirSync(join(dir, 'zaakbode'))
      cpSync(join(HERE, 'go'), join(dir, 'zaakbode'), { recursive: true })
      cpSync(join(HERE, 'harness/harness.go'), join(dir, 'main.go'))
      writeFileSync(join(dir, 'go.mod'), 'module proef\n\ngo 1.22\n')
      await run('go', ['build', '-o', 'harness', '.'], { cwd: dir })
      return { command: ['./harness'], cwd: dir }
    },
  },
  csharp: {
    probe: ['dotnet', '--version'],
    async build(dir) {
      for (const from of ['csharp', 'harness']) cpSync(join(HERE, from), dir, { recursive: true })
      await run('dotnet', ['build', 'harness.csproj', '--output', 'out'], { cwd: dir })
      return { command: ['dotnet', 'out/harness.dll'], cwd: dir }
    },
  },
}

/** Why the snippets of a language cannot run here; `undefined` when they can. */
export async function whyNot(taal: Programmeertaal): Promise<string | undefined> {
  const [command, ...args] = TOOLCHAINS[taal].probe
  try {
    await run(command, args)
    return undefined
  } catch (error) {
    const { code, stderr } = error as { code: unknown; stderr: string }
    if (code === 'ENOENT') return `${command} is not on this machine`
    return stderr.trim().split('\n').at(-1) ?? `${command} fails`
  }
}

/** A case as the harness of every language reads it; `now` is in seconds. */
export function asLine(options: { bezorging: TestBezorging; now: number; sink: string; source: string }): string {
  const { bezorging, now, sink, source } = options
  const { credentialtype, headers, body, geheim, jwks } = bezorging
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const fields = [jwks, sink, source, geheim, lines.join('\n'), body].map((text) =>
    Buffer.from(text).toString('base64'),
  )
  return [credentialtype, now, ...fields].join(' ')
}

/** `jwksUrl`: where the keys are, instead of those in each case */
type Run = { cases: string[]; jwksUrl?: string }

/** Runs the snippets over cases, one a line; returns a line for each. Each run is a process of its own. */
export async function runSnippets(taal: Programmeertaal, ...runs: Run[]): Promise<string[][]> {
  const dir = mkdtempSync(join(tmpdir(), `zaakbode-${taal}-`))
  try {
    const { command, cwd } = await TOOLCHAINS[taal].build(dir)
    return await Promise.all(runs.map((each) => answersOf(each, { command, cwd })))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function answersOf(
  { cases, jwksUrl }: Run,
  { command: [program, ...args], cwd }: { command: [string, ...string[]]; cwd: string },
): Promise<string[]> {
  const running = run(program, [...args, ...(jwksUrl ? [jwksUrl] : [])], { cwd })
  // One that ended before it has read all says why by its exit.
  running.child.stdin?.on('error', () => {}).end(`${cases.join('\n')}\n`)
  const { stdout } = await running
  return stdout.trim().split('\n')
}
