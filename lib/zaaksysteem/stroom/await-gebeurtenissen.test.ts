import { afterAll, beforeEach, expect, test } from 'vitest'
import { answerApi } from '../openapi/operations.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { closeStromen, stromenOf } from './start-stromen.ts'
import { addGebeurtenissen } from './test-stroom-server.ts'

const WACHT_SECONDS = 20
const KAP = 'OMG-KAP'
const FEEST = 'APV-EVEN'
/** ends the waits under way */
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

/** Starts a long poll. */
async function waiting(query: string, signal?: AbortSignal) {
  const before = waitedMs.length
  const answer = get(query, signal)
  await expect.poll(() => waitedMs.length).toBe(before + 1)
  return { answer }
}
const countWaiting = async () => (await stromenOf(ctx)).count('wacht')

test('existing events are returned at once', async () => {
  expect(await get('vanaf=0')).toEqual({ sequences: [1, 2], tot: 2 })
  expect(waitedMs).toEqual([])
})

test('a long poll returns the first matching event', async () => {
  const { answer } = await waiting(`vanaf=1&zaaktypen=${KAP}`)
  await addGebeurtenissen(ctx, FEEST)
  await addGebeurtenissen(ctx, KAP)
  expect(await answer).toEqual({ sequences: [4], tot: 4 })
  expect([waitedMs, await countWaiting()]).toEqual([[WACHT_SECONDS * 1000], 0])
})

test('after its timeout a long poll returns an empty page with its position', async () => {
  const { answer } = await waiting(`vanaf=4&zaaktypen=${KAP}`)
  await addGebeurtenissen(ctx, FEEST)
  timeOut()
  expect(await answer).toEqual({ sequences: [], tot: 5 })
})

test('a client that disconnects frees its place', async () => {
  const leaving = new AbortController()
  const { answer } = await waiting('vanaf=5', leaving.signal)
  expect(await countWaiting()).toBe(1)
  leaving.abort()
  await answer
  expect(await countWaiting()).toBe(0)
})

test('a token that is withdrawn during a long poll gets 401 and no event', async () => {
  const { answer } = await waiting('vanaf=5')
  const withdrawn = ctx.env.ZAAKSYSTEEM_API_TOKENS.splice(0)
  const { reviewTokens } = await stromenOf(ctx)
  await reviewTokens()
  expect(await answer).toEqual({ status: 401, code: 'token_invalid' })
  ctx.env.ZAAKSYSTEEM_API_TOKENS.push(...withdrawn)
})

test('a long poll from the end returns the first event that comes', async () => {
  const { answer } = await waiting('vanaf=2147483647')
  await addGebeurtenissen(ctx, KAP)
  expect(await answer).toEqual({ sequences: [6], tot: 6 })
})

test('a long poll gets sequence_unknown when the database is restored from a backup', async () => {
  const { answer } = await waiting('vanaf=6')
  await ctx.pool.query('update gebeurtenis set sequence = -1 where sequence = 6')
  expect(await answer).toEqual({ status: 409, code: 'sequence_unknown' })
})

test('a process that stops ends its long polls', async () => {
  const { answer } = await waiting('vanaf=5')
  await closeStromen(ctx)
  expect(await answer).toEqual({ sequences: [], tot: 5 })
})
