import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

export const hasCurl = spawnSync('curl', ['--version']).error === undefined

/** Runs commands in a shell, as a reader who copies them. `said` returns all output so far. */
export function runInShell(commands: string[], { cwd, env }: { cwd: string; env: Record<string, string> }) {
  const { PATH = '' } = process.env
  const child = spawn('sh', ['-c', commands.join('\n')], {
    cwd,
    env: { PATH, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    // a process group of its own, so that its children end with the shell
    detached: true,
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more) => {
      text += more
    })
  }
  return {
    said: () => text,
    async end() {
      process.kill(-(child.pid as number), 'SIGKILL')
      await once(child, 'close')
    },
  }
}
