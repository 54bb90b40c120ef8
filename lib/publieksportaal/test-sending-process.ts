import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { TestPublieksportaal } from './test-context.ts'

/** Makes all rows of an outbox due, as after the lease of a killed process. */
export const makeDue = (ctx: TestPublieksportaal, outbox: string) =>
  ctx.pool.query(`update ${outbox} set volgende_poging = now() where volgende_poging is not null`)

/** Starts a process that sends until it is killed; `program` is its path below lib/publieksportaal. */
export function startSending({ variables }: TestPublieksportaal, program: string): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, program)], {
    env: { ...variables, LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Sends the rest of an outbox, in as many rounds as it takes. */
export async function sendRest(ctx: TestPublieksportaal, outbox: string, send: () => Promise<unknown>): Promise<void> {
  const count = `select count(*)::int as left from ${outbox} where volgende_poging is not null`
  const left = async () => {
    await makeDue(ctx, outbox)
    await send()
    return (await ctx.pool.query(count)).rows[0].left
  }
  await expect.poll(left, { timeout: 60_000 }).toBe(0)
}
