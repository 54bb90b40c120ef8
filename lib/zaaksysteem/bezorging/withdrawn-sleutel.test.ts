import { decodeProtectedHeader } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { createZaaksysteemContext } from '../context.ts'
import { startTestSink, type TestSink } from '../egress/test-sink.ts'
import { readZaaksysteemEnv } from '../env.ts'
import { rotateSleutels } from '../signing/rotate-sleutels.ts'
import { signingKey } from '../signing/signing-keys.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { runWorker } from './run-worker.ts'
import { subscribe } from './test-abonnement.ts'

/** Stands still, so that no cache of a process expires. */
const clock = () => new Date('2026-11-25T09:00:00Z')
const DEAF = { ZAAKSYSTEEM_DATABASE_URL: 'postgresql://127.0.0.1:1/nothing' }

let ctx: TestZaaksysteem
let rotating: ReturnType<typeof createZaaksysteemContext>
let sink: TestSink
let stop: () => Promise<void>

/** `ctx` is the process of a worker, `rotating` that of `npm run sleutels:wissel`. */
beforeEach(async () => {
  ctx = await createTestZaaksysteem({ clock })
  rotating = createZaaksysteemContext(readZaaksysteemEnv(ctx.variables), { clock })
  sink = await startTestSink()
  await subscribe(ctx, sink.url)
})
afterEach(async () => {
  await stop()
  await rotating.close()
  await sink.close()
  await ctx.close()
})

function startWorker(env: Partial<TestZaaksysteem['env']> = {}) {
  const stopping = new AbortController()
  const running = runWorker({ ...ctx, env: { ...ctx.env, ...env } }, { signal: stopping.signal })
  stop = () => {
    stopping.abort()
    return running
  }
}

async function replaceLeaked() {
  const [replacement] = await rotateSleutels(rotating, { actor: OPDRACHTREGEL, algs: ['ES256'], direct: true })
  return replacement?.kid
}

const signedWith = () =>
  sink.received.map(({ headers }) => decodeProtectedHeader(String(headers.authorization).slice('Bearer '.length)).kid)

test('a worker that missed the notification still does not sign with a key that was withdrawn before its claim', async () => {
  startWorker(DEAF)
  await registerTestZaak(ctx)
  await sink.arrived(1)
  const { kid: leaked } = await signingKey(ctx, 'ES256')
  const replacement = await replaceLeaked()
  await registerTestZaak(ctx)
  await sink.arrived(2)
  expect(signedWith()).toEqual([leaked, replacement])
})

test('a worker without bezorgingen forgets a withdrawn key', async () => {
  startWorker()
  await registerTestZaak(ctx)
  await sink.arrived(1)
  const replacement = await replaceLeaked()
  await expect.poll(async () => (await signingKey(ctx, 'ES256')).kid).toBe(replacement)
})
