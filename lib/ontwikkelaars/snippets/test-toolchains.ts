import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestDelivery } from '../test-deliveries.ts'
import type { Programmeertaal } from './snippets.ts'

const HERE = import.meta.dirname

type Toolchain = {
  /** a command that works only where the toolchain is */
  probe: [string, ...string[]]
  /** lays the snippets out with the harness and compiles them; returns the command that runs them */
  build(dir: string): { command: [string, ...string[]]; cwd: string }
}

/** What runs the snippets of a language, and how. Without packages to fetch, but for C#. */
export const TOOLCHAINS: Record<Programmeertaal, Toolchain> = {
  node: {
    probe: [process.execPath, '--version'],
    build: () => ({ command: [process.execPath, join(HERE, 'harness/harness.mjs')], cwd: HERE }),
  },
  python: {
    probe: ['python3', '-c', 'import sys, cryptography; assert sys.version_info >= (3, 10)'],
    build(dir) {
      cpSync(join(HERE, 'python'), dir, { recursive: true })
      cpSync(join(HERE, 'harness/harness.py'), join(dir, 'harness.py'))
      return { command: ['python3', 'harness.py'], cwd: dir }
    },
  },
  java: {
    probe: ['javac', '--version'],
    build(dir) {
      cpSync(join(HERE, 'java'), dir, { recursive: true })
      cpSync(join(HERE, 'harness/Harness.java'), join(dir, 'Harness.java'))
      execFileSync('javac', ['-d', 'classes', '-Xlint:all', '-Werror', 'Harness.java'], { cwd: dir })
      return { command: ['java', '-cp', 'classes', 'Harness'], cwd: dir }
    },
  },
  go: {
    probe: ['go', 'version'],
    build(dir) {
      mkdirSync(join(dir, 'zaakbode'))
      cpSync(join(HERE, 'go'), join(dir, 'zaakbode'), { recursive: true })
      cpSync(join(HERE, 'harness/harness.go'), join(dir, 'main.go'))
      writeFileSync(join(dir, 'go.mod'), 'module proef\n\ngo 1.22\n')
      execFileSync('go', ['build', '-o', 'harness', '.'], { cwd: dir })
      return { command: ['./harness'], cwd: dir }
    },
  },
  csharp: {
    probe: ['dotnet', '--version'],
    build(dir) {
      for (const from of ['csharp', 'harness']) cpSync(join(HERE, from), dir, { recursive: true })
      execFileSync('dotnet', ['build', 'harness.csproj', '--output', 'out'], { cwd: dir })
      return { command: ['dotnet', 'out/harness.dll'], cwd: dir }
    },
  },
}

/** Why the snippets of a language cannot run here; `undefined` when they can. */
export function whyNot(taal: Programmeertaal): string | undefined {
  const [command, ...args] = TOOLCHAINS[taal].probe
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (error) return `${command} is not on this machine`
  return status === 0 ? undefined : (stderr.trim().split('\n').at(-1) ?? `${command} fails`)
}

/** A case as the harness of every language reads it; `now` is in seconds. */
export function asLine(options: { delivery: TestDelivery; now: number; sink: string; source: string }): string {
  const { delivery, now, sink, source } = options
  const { credentialtype, headers, body, geheim, jwks } = delivery
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const fields = [jwks, sink, source, geheim, lines.join('\n'), body].map((text) =>
    Buffer.from(text).toString('base64'),
  )
  return [credentialtype, now, ...fields].join(' ')
}

/** Runs the snippets over cases, one a line; returns a line for each. */
export function runSnippets(taal: Programmeertaal, cases: string[]): string[] {
  const dir = mkdtempSync(join(tmpdir(), `zaakbode-${taal}-`))
  try {
    const { command, cwd } = TOOLCHAINS[taal].build(dir)
    const [program, ...args] = command
    return execFileSync(program, args, { cwd, input: `${cases.join('\n')}\n`, encoding: 'utf8' })
      .trim()
      .split('\n')
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
