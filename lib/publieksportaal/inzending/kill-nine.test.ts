import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, startTestBron, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { makeDue, sendRest, startSending } from '../test-sending-process.ts'
import { reportAanvullingen } from './report-aanvullingen.ts'
import { sendInzendingen } from './send-inzendingen.ts'
import { storeAskedZaak } from './test-aanvulling.ts'

const INZENDINGEN = 30
/** At so many requests a process is killed: when one has come and is not answered, or when its answer is under way. */
const KILLS = [
  { after: 5, answers: false },
  { after: 4, answers: true },
  { after: 7, answers: false },
]

let bron: TestBron
let ctx: TestPublieksportaal
beforeAll(async () => {
  bron = await startTestBron()
  ctx = await createTestPublieksportaal({ env: bron.env })
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

test('kill -9 of process after process: all that citizens said arrives, and a repeat is what was sent before', async () => {
  const taken: Answer = { status: 201, body: { kenmerk: 'x', uitkomst: 'recorded' } }
  let onRequest = (): Answer | Promise<Answer> => taken
  const nummers: string[] = []
  for (let i = 0; i < INZENDINGEN; i += 1) {
    const { zaak, plattegrond, wanted } = await storeAskedZaak(ctx)
    bron.answers.set(`POST /v1/zaken/${zaak.uuid}/inzendingen`, () => onRequest())
    const reported = await reportAanvullingen(ctx, { ...wanted, aanvullingen: [plattegrond] })
    nummers.push(reported.ok ? reported.nummer : '')
  }

  for (const { after, answers } of KILLS) {
    await makeDue(ctx, 'inzending')
    const child = startSending(ctx, 'inzending/test-inzending-process.ts')
    let left = after
    onRequest = () => {
      left -= 1
      if (left > 0) return taken
      child.kill('SIGKILL')
      return answers ? taken : new Promise(() => {})
    }
    await once(child, 'exit')
  }
  onRequest = () => taken
  await sendRest(ctx, 'inzending', () => sendInzendingen(ctx))

  expect(await ctx.db.inzending.count({ where: { uitkomst: 'recorded' } })).toBe(INZENDINGEN)
  const posted = bron.requests.filter(({ method }) => method === 'POST').map(({ body }) => body)
  expect(posted.length, 'None was sent twice: no process died at the moment that this is about').toBeGreaterThan(
    INZENDINGEN,
  )
  const kenmerken = [...new Set(posted)].map((body) => JSON.parse(body).kenmerk)
  expect(kenmerken.toSorted()).toEqual(nummers.toSorted())
}, 180_000)
