import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { AANVRAGER } from '../../zaak/test-zaak.ts'
import { addAbonnement } from '../test-abonnement.ts'
import { findBezorgingen, PAGE_SIZE } from './find-bezorgingen.ts'
import { createTestBezorging, createTestGebeurtenis } from './test-bezorging.ts'

const START = new Date('2026-11-27T08:00:00Z')
const MINUTE_MS = 60_000
/** Each event goes to three abonnementen, which makes four pages. */
const EVENTS = 26
const REGISTERED = 'nl.overheid.zaken.zaak-geregistreerd'

let ctx: TestZaaksysteem
let now = START
let abonnementen: string[]
let gebeurtenissen: Awaited<ReturnType<typeof createTestGebeurtenis>>[]

const at = (minute: number) => new Date(START.getTime() + minute * MINUTE_MS)

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
  abonnementen = await Promise.all(['A', 'B', 'C'].map((naam) => addAbonnement(ctx, { naam })))
  gebeurtenissen = []
  for (let minute = 0; minute < EVENTS; minute++) {
    now = at(minute)
    const gebeurtenis = await createTestGebeurtenis(ctx)
    gebeurtenissen.push(gebeurtenis)
    // Alternates the order, so that paging by the identity column would fail.
    for (const abonnementId of minute % 2 ? abonnementen : abonnementen.toReversed()) {
      await createTestBezorging(ctx, { abonnementId, gebeurtenis, status: 'bezorgd', pogingen: 1, afgerondOp: now })
    }
  }
  const [abonnementId] = abonnementen
  const { gebeurtenisId } = gebeurtenissen[3] as (typeof gebeurtenissen)[number]
  await ctx.db.bezorging.updateMany({
    where: { abonnementId, gebeurtenisId },
    data: { status: 'mislukt', pogingen: 2 },
  })
  const { id: bezorgingId } = await ctx.db.bezorging.findFirstOrThrow({ where: { abonnementId, gebeurtenisId } })
  const poging = { bezorgingId, begonnenOp: at(3), duurMs: 20, requestHeaders: {} }
  await ctx.db.bezorgpoging.create({ data: { ...poging, nummer: 2, httpStatus: 503, foutsoort: 'http_5xx' } })
  await ctx.db.bezorgpoging.create({ data: { ...poging, nummer: 1, foutsoort: 'timeout' } })
})
afterAll(() => ctx.close())

const key = ({ sequence, abonnementId }: { sequence: number; abonnementId: string }) => `${sequence} ${abonnementId}`
const newestFirst = () =>
  gebeurtenissen.toReversed().flatMap(({ sequence }) =>
    abonnementen
      .toSorted()
      .toReversed()
      .map((abonnementId) => key({ sequence, abonnementId })),
  )

test('pages have no gap and no repeat, forward and back', async () => {
  const pages = [await findBezorgingen(ctx)]
  for (let cursor = pages[0]?.volgende; cursor; cursor = pages.at(-1)?.volgende) {
    pages.push(await findBezorgingen(ctx, { cursor }))
  }
  expect(pages.map(({ regels }) => regels.length)).toEqual([PAGE_SIZE, PAGE_SIZE, PAGE_SIZE, 3])
  expect(pages.flatMap(({ regels }) => regels.map(key))).toEqual(newestFirst())
  expect(pages[0]?.vorige).toBeNull()

  let back = pages.at(-1)
  for (const page of pages.slice(0, -1).toReversed()) {
    back = await findBezorgingen(ctx, { cursor: back?.vorige ?? undefined })
    expect(back).toEqual({ ...page, volgende: expect.any(String) })
  }
})

test('the pages of one abonnement have no gap and no repeat', async () => {
  const [abonnementId] = abonnementen
  const first = await findBezorgingen(ctx, { abonnementId })
  const last = await findBezorgingen(ctx, { abonnementId, cursor: first.volgende ?? undefined })
  const sequences = [first, last].flatMap(({ regels }) => regels.map(({ sequence }) => sequence))
  expect(sequences).toEqual(gebeurtenissen.map(({ sequence }) => sequence).toReversed())
  expect(last.volgende).toBeNull()
  const back = await findBezorgingen(ctx, { abonnementId, cursor: last.vorige ?? undefined })
  expect(back.regels).toEqual(first.regels)
})

test('a regel has the event, its sink and its status, and nothing about the aanvrager', async () => {
  const { gebeurtenisId, zaakId, sequence, identificatie } = gebeurtenissen[3] as (typeof gebeurtenissen)[number]
  const { regels } = await findBezorgingen(ctx, { status: 'mislukt' })
  expect(regels).toEqual([
    {
      id: expect.stringMatching(/^\d+$/),
      abonnementId: abonnementen[0],
      abonnementNaam: 'A',
      sink: expect.stringMatching(/^https:/),
      natsSubject: '',
      eventId: gebeurtenisId,
      type: REGISTERED,
      sequence,
      zaakId,
      identificatie,
      status: 'mislukt',
      pogingen: 2,
      laatsteHttpStatus: 503,
      laatsteFoutsoort: 'http_5xx',
      aangemaaktOp: at(3),
      volgendePoging: null,
      afgerondOp: at(3),
    },
  ])
  expect(JSON.stringify(regels)).not.toMatch(new RegExp(`${AANVRAGER.bsn}|${AANVRAGER.naam}`))
})

test('filters combine', async () => {
  const [abonnementId] = abonnementen
  const count = async (query: Parameters<typeof findBezorgingen>[1]) =>
    (await findBezorgingen(ctx, query)).regels.length
  expect(await count({ van: at(3), tot: at(5) })).toBe(6)
  expect(await count({ van: at(3), tot: at(5), abonnementId })).toBe(2)
  expect(await count({ van: at(3), tot: at(5), abonnementId, status: 'bezorgd' })).toBe(1)
  expect(await count({ van: at(3), tot: at(5), abonnementId, status: 'bezorgd', type: REGISTERED })).toBe(1)
  expect(await count({ van: at(3), tot: at(5), abonnementId, status: 'wachtend' })).toBe(0)
  expect(await count({ type: 'nl.overheid.zaken.zaak-verwijderd' })).toBe(0)
})

test('a zaak is found by its whole number, in any case, or by its UUID', async () => {
  const { zaakId, identificatie } = gebeurtenissen[7] as (typeof gebeurtenissen)[number]
  for (const zoek of [identificatie, ` ${identificatie.toLowerCase()} `, zaakId]) {
    const { regels } = await findBezorgingen(ctx, { zoek })
    expect(regels.map((regel) => regel.zaakId)).toEqual([zaakId, zaakId, zaakId])
  }
})

test.each(['ZAAK-2026', '%', "'; --", 'a\0b', '019a0000-0000-7000-8000-000000000000', AANVRAGER.bsn, AANVRAGER.naam])(
  'the search %j finds nothing',
  async (zoek) => {
    expect((await findBezorgingen(ctx, { zoek })).regels).toEqual([])
  },
)

test('an invalid id of an abonnement finds no bezorgingen', async () => {
  expect((await findBezorgingen(ctx, { abonnementId: 'geen-uuid' })).regels).toEqual([])
})

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
test.each([
  'onzin',
  '%%%',
  encoded(null),
  encoded(['after', 5]),
  encoded(['after', 5, 'geen-uuid']),
  encoded(['after', 2 ** 31, '019a0000-0000-7000-8000-000000000000']),
  encoded(['after', '5; --', '019a0000-0000-7000-8000-000000000000']),
  encoded(['over', 5, '019a0000-0000-7000-8000-000000000000']),
])('the broken cursor %s gives the first page', async (cursor) => {
  expect(await findBezorgingen(ctx, { cursor })).toEqual(await findBezorgingen(ctx))
})

test('a client finds only the bezorgingen of its own abonnementen', async () => {
  const [abonnementId = ''] = abonnementen
  expect((await findBezorgingen(ctx, { abonnementId, client: 'balie' })).regels).not.toEqual([])
  expect((await findBezorgingen(ctx, { abonnementId, client: 'ander' })).regels).toEqual([])
  expect((await findBezorgingen(ctx, { client: 'ander' })).regels).toEqual([])
})
