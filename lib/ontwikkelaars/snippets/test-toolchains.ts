import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestBezorging } from '../test-bezorgingen.ts'
import type { Programmeertaal } from './snippets.ts'

const HERE = import.meta.dirname
/** While a compiler runs, this process goes on: Vitest gives up a worker that does not answer. */
const run = promisify(execFile)

/** The program under test: verifying code that reads cases, or a whole receiver. */
type Program = 'harness' | 'receiver'

type Toolchain = {
  /** a command that works only where the toolchain is */
  probe: [string, ...string[]]
  /** lays the snippets out with the program and compiles them; returns the command that runs it */
  build(dir: string, program: Program): Promise<{ command: [string, ...string[]]; cwd: string }>
}

const NAMES = { harness: 'Harness', receiver: 'Receiver' } as const

/** Into a folder of its own, without what belongs to the other program. */
function layOut(taal: Programmeertaal, dir: string, program: Program, snippetsIn = '.') {
  const isReceiver = (path: string) => /\/receiver\.[a-z]+$/i.test(path)
  cpSync(join(HERE, taal), join(dir, snippetsIn), { recursive: true, filter: (path) => !isReceiver(path) })
  const from = program === 'receiver' ? taal : 'harness'
  for (const file of globSync(`${program}.*`, { cwd: join(HERE, from) }).concat(
    globSync(`${NAMES[program]}.*`, { cwd: join(HERE, from) }),
  ))
    cpSync(join(HERE, from, file), join(dir, file))
}

/** The folder in which .NET is cached. */
const DOTNET = join(HERE, '../../../.data/dotnet')

/** The toolchain of each language. Only C# fetches packages. */
export const TOOLCHAINS: Record<Programmeertaal, Toolchain> = {
  node: {
    probe: [process.execPath, '--version'],
    build: async (_, program) => {
      const folder = program === 'receiver' ? 'node' : 'harness'
      return { command: [process.execPath, join(HERE, folder, `${program}.mjs`)], cwd: HERE }
    },
  },
  python: {
    probe: ['python3', '-c', 'import sys, cryptography; assert sys.version_info >= (3, 10)'],
    async build(dir, program) {
      layOut('python', dir, program)
      return { command: ['python3', `${program}.py`], cwd: dir }
    },
  },
  java: {
    probe: ['javac', '--version'],
    async build(dir, program) {
      layOut('java', dir, program)
      await run('javac', ['-d', 'classes', '-Xlint:all', '-Werror', `${NAMES[program]}.java`], { cwd: dir })
      return { command: ['java', '-cp', 'classes', NAMES[program]], cwd: dir }
    },
  },
  go: {
    probe: ['go', 'version'],
    async build(dir, program) {
      layOut('go', dir, program, 'zaakbode')
      writeFileSync(join(dir, 'go.mod'), 'module ontvanger\n\ngo 1.22\n')
      await run('go', ['build', '-o', 'program', '.'], { cwd: dir })
      return { command: ['./program'], cwd: dir }
    },
  },
  csharp: {
    // Installs it, when something of C# has changed.
    probe: ['sh', join(HERE, 'harness/install-dotnet.sh'), DOTNET],
    async build(dir, program) {
      layOut('csharp', dir, program)
      cpSync(join(HERE, 'harness/BouncyCastle.cs'), join(dir, 'BouncyCastle.cs'))
      await run('python3', [join(HERE, 'harness/compile.py'), DOTNET, dir])
      return { command: ['env', `DOTNET_ROOT=${join(DOTNET, 'root')}`, './azmcp'], cwd: dir }
    },
  },
}

/** Why the snippets of a language cannot run here; `undefined` when they can. */
async function whatLacks(taal: Programmeertaal): Promise<string | undefined> {
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

/** The last passed run of each program: a compiler takes longer than most of the tests together. */
const RUN = join(HERE, 'run.json')
const COMPILED: ReadonlySet<Programmeertaal> = new Set(['java', 'go', 'csharp'])
/** Another message, or another test, is another verdict. */
const RUN_WITH = ['*.test.ts', 'test-toolchains.ts', '../test-bezorgingen.ts', '../../proof/sign/*.ts']

const runs = (): Record<string, string> => JSON.parse(readFileSync(RUN, 'utf8'))

function fingerprint(taal: Programmeertaal): string {
  const files = [`${taal}/*`, 'harness/*', ...RUN_WITH].flatMap((pattern) => globSync(pattern, { cwd: HERE }))
  const texts = files
    .filter((file) => !file.includes('__pycache__'))
    .map((file) => readFileSync(join(HERE, file), 'utf8'))
  return hash('sha256', texts.sort().join('\n'))
}

/** Why a program of a language does not run now; `undefined` when it does. */
export async function whyNot(taal: Programmeertaal, program: Program): Promise<string | undefined> {
  if (COMPILED.has(taal) && runs()[`${program} ${taal}`] === fingerprint(taal))
    return 'it passed and did not change since'
  return whatLacks(taal)
}

/** Notes that a program passed, so that it runs again when something of it has changed. */
export function keepRun(taal: Programmeertaal, program: Program): void {
  if (!COMPILED.has(taal)) return
  writeFileSync(RUN, `${JSON.stringify({ ...runs(), [`${program} ${taal}`]: fingerprint(taal) }, null, 2)}\n`)
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
    const { command, cwd } = await TOOLCHAINS[taal].build(dir, 'harness')
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
  // A program that ends before it has read everything says why by its exit code.
  running.child.stdin?.on('error', () => {}).end(`${cases.join('\n')}\n`)
  const { stdout } = await running
  return stdout.trim().split('\n')
}
