import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const HERE = import.meta.dirname
/** The cache of builds and packages. */
const DATA = join(HERE, '../../.data/sdks')

type Command = readonly [program: string, ...args: string[]]

type Toolchain = {
  /** fails where the tools are not installed */
  probe: Command
  build: readonly Command[]
  run: Command
}

const VENV = join('venv', process.platform === 'win32' ? 'Scripts' : 'bin')

/** The commands of each language, run in a copy of its folder. */
const TOOLCHAINS = {
  python: {
    probe: ['python3', '-c', 'import sys, venv; assert sys.version_info >= (3, 10)'],
    build: [
      ['python3', '-m', 'venv', 'venv'],
      [join(VENV, 'python'), '-m', 'pip', 'install', '--quiet', '--requirement', 'requirements.txt'],
    ],
    run: [join(VENV, 'python'), 'check.py'],
  },
  go: {
    probe: ['go', 'version'],
    build: [['go', 'build', '-o', 'check', '.']],
    run: ['./check'],
  },
  java: {
    probe: ['mvn', '--version'],
    build: [
      ['mvn', '--quiet', '--batch-mode', 'compile'],
      ['mvn', '--quiet', '--batch-mode', 'dependency:copy-dependencies', '-DoutputDirectory=target/lib'],
    ],
    run: ['java', '-cp', ['target/classes', 'target/lib/*'].join(delimiter), 'Check'],
  },
  rust: {
    probe: ['cargo', '--version'],
    build: [['cargo', 'build', '--quiet']],
    run: ['target/debug/proef'],
  },
} as const satisfies Record<string, Toolchain>

type Taal = keyof typeof TOOLCHAINS
export const TALEN = Object.keys(TOOLCHAINS) as Taal[]

type Read = { ok: true; lines: string[] } | { ok: false; why: string }

/**
 * Returns the output of a language's program for this input.
 *
 * @throws when it cannot be built, or fails
 */
export function readBy(taal: Taal, given: string): Read {
  const { probe, build, run }: Toolchain = TOOLCHAINS[taal]
  const [tool, ...asked] = probe
  if (spawnSync(tool, asked).status !== 0) return { ok: false, why: `${tool} is not on this machine, or too old` }
  const cwd = join(DATA, taal)
  mkdirSync(cwd, { recursive: true })
  cpSync(join(HERE, taal), cwd, { recursive: true })
  for (const command of build) perform(command, { cwd, input: '' })
  return { ok: true, lines: perform(run, { cwd, input: given }).trim().split('\n') }
}

function perform([program, ...args]: Command, { cwd, input }: { cwd: string; input: string }): string {
  const own = join(cwd, program)
  const { status, stdout } = spawnSync(existsSync(own) ? own : program, args, {
    cwd,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed\n${stdout}`)
  return stdout
}
