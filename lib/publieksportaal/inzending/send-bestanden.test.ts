import { hash } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { DAY_MS, MINUTE_MS } from '#lib/platform/durations.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { bestandStore } from '../bestand/bestand-store.ts'
import { findReadyBestanden, removeBestand } from '../bestand/ready-bestanden.ts'
import { sweepBestanden } from '../bestand/sweep-bestanden.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { findInzendingen } from './find-inzendingen.ts'
import { sendBestanden } from './send-bestanden.ts'
import { sendInzendingen } from './send-inzendingen.ts'
import { sendAanvullingen } from './submit-inzending.ts'
import { storeAskedZaak } from './test-aanvulling.ts'
import { addTestBestand, storedFiles, testPdf } from './test-bestanden.ts'
import { startBestandenBron } from './test-bestanden-bron.ts'

const START = new Date('2026-11-26T10:00:00Z')
let now: Date
let lines: string[]
const bron = await startBestandenBron()
const log = createLogger('test', { write: (line) => lines.push(line) }, 'warn')
const env = { ...bron.env, PUBLIEKSPORTAAL_BEDENKTIJD_SECONDEN: '0' }
const ctx = await createTestPublieksportaal({ env, clock: () => now, log })
beforeEach(async () => {
  now = START
  lines = []
  bron.requests.length = 0
  bron.bestanden.clear()
  bron.documenten.clear()
  bron.answerFirst(() => undefined)
  await ctx.db.inzending.deleteMany()
  await ctx.db.bestand.updateMany({ data: { status: 'vervallen' } })
  await sweepBestanden(ctx)
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

/** Sends two files that were asked. */
async function send() {
  const { zaak, plattegrond, foto, wanted } = await storeAskedZaak(ctx)
  bron.takes(zaak.uuid)
  const files = [
    { aanvulling: plattegrond, naam: 'begane grond.pdf', bytes: testPdf(300_000) },
    { aanvulling: foto, naam: 'gevel.pdf', bytes: testPdf() },
  ]
  for (const { aanvulling, ...file } of files) {
    await addTestBestand(ctx, { ...wanted, aanvulling }, file)
    now = new Date(now.getTime() + 1)
  }
  const sent = await sendAanvullingen(ctx, wanted)
  const documenten = files.map(({ bytes, ...rest }) => ({ ...rest, hash: hash('sha256', bytes, 'hex') }))
  return { wanted, documenten, nummer: sent.ok ? sent.nummer : '' }
}
const later = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const said = async (wanted: Parameters<typeof findInzendingen>[1]) => (await findInzendingen(ctx, wanted))[0]

test('the bytes go to the zaaksysteem unchanged, then their purpose, and the portal keeps no bytes', async () => {
  const { wanted, documenten, nummer } = await send()
  await sendInzendingen(ctx)
  expect(bron.requests, 'not before its bytes').toEqual([])
  await sendBestanden(ctx)
  expect(bron.documenten.get(nummer)).toEqual(documenten)
  expect(bron.requests.map(({ url }) => url.split('/').at(-1))).toEqual(['bestanden', 'bestanden', 'inzendingen'])
  expect(await said(wanted)).toMatchObject({ uitkomst: 'recorded', doorgegevenOp: now })
  expect((await said(wanted))?.bestanden.map(({ naam }) => naam)).toEqual(['begane grond.pdf', 'gevel.pdf'])
  expect([await ctx.db.bestand.count(), await storedFiles(ctx)]).toEqual([0, []])
  expect(lines).toEqual([])
})

test('a zaaksysteem that was away for days gets everything once it is back, and nothing twice', async () => {
  const { wanted, documenten, nummer } = await send()
  let left = 1
  bron.answerFirst(() => (left-- > 0 ? undefined : { status: 503 }))
  await sendBestanden(ctx)
  expect(await said(wanted)).toMatchObject({ uitkomst: null, doorgegevenOp: null })
  for (let day = 0; day < 3; day += 1) {
    later(DAY_MS)
    await sendBestanden(ctx)
    await sweepBestanden(ctx)
  }
  bron.answerFirst(() => undefined)
  later(DAY_MS)
  await sendBestanden(ctx)
  expect(bron.documenten.get(nummer)).toEqual(documenten)
  expect(bron.bestanden.size).toBe(2)
  for (const secret of [wanted.burgerId, 'gevel', nummer]) expect(lines.join()).not.toContain(secret)
})

test('a zaaksysteem that dropped the bytes meanwhile gets them again', async () => {
  const { documenten, nummer } = await send()
  bron.answerFirst((step) => (step === 'inzending' ? { status: 503 } : undefined))
  await sendBestanden(ctx)
  bron.bestanden.clear()
  bron.answerFirst(() => undefined)
  for (let round = 0; round < 2; round += 1) {
    later(DAY_MS)
    await sendBestanden(ctx)
  }
  expect(bron.documenten.get(nummer)).toEqual(documenten)
})

test('a file that is refused for good is ready again with the reason, and the rest can be sent without it', async () => {
  const { wanted } = await send()
  let asked = 0
  bron.answerFirst((step) => {
    asked += 1
    return step === 'bestand' && asked === 2 ? { status: 409, body: { code: 'zaak_full' } } : undefined
  })
  await sendBestanden(ctx)
  expect(await said(wanted)).toMatchObject({ uitkomst: 'refused', foutcode: 'zaak_full', doorgegevenOp: null })
  const ready = await findReadyBestanden(ctx, wanted)
  expect(ready.map(({ naam, foutcode }) => [naam, foutcode])).toEqual([
    ['begane grond.pdf', null],
    ['gevel.pdf', 'zaak_full'],
  ])
  expect(bron.documenten.size).toBe(0)
  await removeBestand(ctx, { ...wanted, id: ready[1]?.id ?? '' })
  later(1)
  const again = await sendAanvullingen(ctx, wanted)
  await sendBestanden(ctx)
  expect(bron.documenten.get(again.ok ? again.nummer : '')).toMatchObject([{ naam: 'begane grond.pdf' }])
})

test('lost bytes are shown to the citizen and logged as an error', async () => {
  const { wanted } = await send()
  const [first] = await ctx.db.bestand.findMany({ orderBy: { id: 'asc' } })
  await bestandStore(ctx).remove(first?.id ?? '')
  await sendBestanden(ctx)
  expect(await said(wanted)).toMatchObject({ uitkomst: 'refused' })
  expect(await findReadyBestanden(ctx, wanted)).toMatchObject([{ foutcode: 'bestand_lost' }, { foutcode: null }])
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 50, reason: 'bestand_lost' }])
})

test('bytes with another hash are not accepted as sent', async () => {
  const { documenten, nummer } = await send()
  let left = 1
  bron.answerFirst(() =>
    left-- > 0 ? { status: 201, body: { bestand: crypto.randomUUID(), sha256: '0'.repeat(64) } } : undefined,
  )
  await sendBestanden(ctx)
  expect(bron.documenten.size).toBe(0)
  later(MINUTE_MS)
  await sendBestanden(ctx)
  expect(bron.documenten.get(nummer)).toEqual(documenten)
})

test('two processes send each file once, and a slow upload does not block an inzending without files', async () => {
  const { nummer, documenten } = await send()
  await Promise.all([sendBestanden(ctx), sendBestanden(ctx), sendInzendingen(ctx)])
  expect(bron.requests).toHaveLength(3)
  expect(bron.documenten.get(nummer)).toEqual(documenten)
})
