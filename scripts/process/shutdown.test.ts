import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

/** Stops a process whose shutdown is `stop`, and returns how it ended. */
async function shutDown(stop: string, options: string) {
  const code = `
    import { onShutdown } from './scripts/process/shutdown.ts'
    onShutdown(${stop}, ${options})
    setInterval(() => {}, 60_000)
    console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'pipe'] })
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  const [said, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { said, exitCode }
}

test('a shutdown that never finishes is aborted with exit code 1', async () => {
  const { said, exitCode } = await shutDown('() => new Promise(() => {})', '{ limitMs: 50 }')
  expect(exitCode).toBe(1)
  expect(said).toContain('not finished after 50 ms')
})

test('a shutdown that fails still ends the process', async () => {
  const { said, exitCode } = await shutDown("async () => { throw new Error('broken') }", '{ limitMs: 60_000 }')
  expect(exitCode).toBe(1)
  expect(said).toContain('broken')
})

test('a shutdown within its limit exits with 0', async () => {
  expect(await shutDown('() => {}', '{ limitMs: 60_000 }')).toEqual({ said: '', exitCode: 0 })
})
