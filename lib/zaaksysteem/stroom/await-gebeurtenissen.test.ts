import { afterAll, beforeEach, expect, test } from 'vitest'
import { answerApi } from '../openapi/operations.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { closeStromen, stromenOf } from './start-stromen.ts'
import { addGebeurtenissen } from './test-stroom-server.ts'

const WACHT_SECONDS = 20
const KAP = 'OMG-KAP'
const FEEST = 'APV-EVEN'
/** of the waits that are under way */
let timeOut: () => void
let waitedMs: number[]

const ctx = await createTestZaaksysteem({
  wait(ms, until) {
    waitedMs.push(ms)
    return new Promise((resolve) => {
      timeOut = resolve
      until?.addEventListener('abort', () => resolve())
    })
  },
})
await addGebeurtenissen(ctx, KAP, FEEST)
beforeEach(() => {
  waitedMs = []
})
afterAll(async () => {
  await closeStromen(ctx)
  await ctx.close()
})

async function get(query: string, signal?: AbortSignal) {
  const url = `http://localhost/api/zaaksysteem/v1/gebeurtenissen?wacht=${WACHT_SECONDS}&${query}`
  const headers = { Authorization: `Bearer ${ctx.apiToken}` }
  const response = await answerApi(ctx, new Request(url, { headers, ...(signal && { signal }) }))
  const body = await response.json()
  if (!response.ok) return { status: response.status, code: body.code }
  const sequences = body.map(({ sequence }: { sequence: string }) => Number(sequence))
  return { sequences, tot: Number(response.headers.get('Tot-Sequence')) }
}

/** A request that waits. */
async function waiting(query: string, signal?: AbortSignal) {
  const before = waitedMs.length
  const answer = get(query, signal)
  await expect.poll(() => waitedMs.length).toBe(before + 1)
  return { answer }
}
const countWaiting = async () => (await stromenOf(ctx)).count('wacht')

test('what is there already is given at once', async () => {
  expect(await get('vanaf=0')).toEqual({ sequences: [1, 2], tot: 2 })
  expect(waitedMs).toEqual([])
})

test('when there is nothing the answer comes with the first event that is wanted', async () => {
  const { answer } = await waiting(`vanaf=1&zaaktypen=${KAP}`)
  await addGebeurtenissen(ctx, FEEST)
  await addGebeurtenissen(ctx, KAP)
  expect(await answer).toEqual({ sequences: [4], tot: 4 })
  expect([waitedMs, await countWaiting()]).toEqual([[WACHT_SECONDS * 1000], 0])
})

test('after that time the answer is empty, and tells how far it has looked', async () => {
  const { answer } = await waiting(`vanaf=4&zaaktypen=${KAP}`)
  await addGebeurtenissen(ctx, FEEST)
  timeOut()
  expect(await answer).toEqual({ sequences: [], tot: 5 })
})

test('a client that leaves gives its place back', async () => {
  const leaving = new AbortController()
  const { answer } = await waiting('vanaf=5', leaving.signal)
  expect(await countWaiting()).toBe(1)
  leaving.abort()
  await answer
  expect(await countWaiting()).toBe(0)
})

test('a token that was withdrawn meanwhile gets 401, and no event', async () => {
  const { answer } = await waiting('vanaf=5')
  const withdrawn = ctx.env.ZAAKSYSTEEM_API_TOKENS.splice(0)
  const { reviewTokens } = await stromenOf(ctx)
  await reviewTokens()
  expect(await answer).toEqual({ status: 401, code: 'token_invalid' })
  ctx.env.ZAAKSYSTEEM_API_TOKENS.push(...withdrawn)
})

test('who waits from the end, wherever that is, gets the first event that comes', async () => {
  const { answer } = await waiting('vanaf=2147483647')
  await addGebeurtenissen(ctx, KAP)
  expect(await answer).toEqual({ sequences: [6], tot: 6 })
})

test('who waits while the database is set back is told that its sequence is of no event now', async () => {
  const { answer } = await waiting('vanaf=6')
  await ctx.pool.query('update gebeurtenis set sequence = -1 where sequence = 6')
  expect(await answer).toEqual({ status: 409, code: 'sequence_unknown' })
})

test('a process that stops lets nobody wait', async () => {
  const { answer } = await waiting('vanaf=5')
  await closeStromen(ctx)
  expect(await answer).toEqual({ sequences: [], tot: 5 })
})
