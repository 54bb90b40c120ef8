import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { clearAuditregels } from './audit/test-auditregels.ts'
import { findBulkopdrachtOf } from './bulk/find-bulkopdracht.ts'
import { previewBulk } from './bulk/preview-bulk.ts'
import { prepareTestBulk } from './bulk/test-bulk.ts'
import { API_SCOPES } from './env.ts'
import { answerApi, OPERATIONS } from './openapi/operations.ts'
import { findSignaleringen } from './signalering/find-signaleringen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from './test-context.ts'
import { exportWerkvoorraad } from './werkvoorraad/export-werkvoorraad.ts'
import { openWerkvoorraad } from './werkvoorraad/open-werkvoorraad.ts'
import { findInzage } from './zaak/betrokkene/find-inzage.ts'
import { findZakenOfBsn } from './zaak/betrokkene/find-zaken-of-bsn.ts'
import { openZaak } from './zaak/detail/open-zaak.ts'
import { previewHandeling } from './zaak/preview/preview-handeling.ts'
import { AANVRAGER, actorOf, registerTestZaak, TRACEPARENT } from './zaak/test-zaak.ts'
import { setVertrouwelijk } from './zaak/vertrouwelijkheid/set-vertrouwelijk.ts'

const OMSCHRIJVING = 'Standplaats voor oliebollen'

let ctx: TestZaaksysteem
/** `gevoelig` is a vertrouwelijke zaak, `ordinary` is not. */
let gevoelig: string
let ordinary: string
let behandelaarId: string

beforeAll(async () => {
  const token = `alles=${hashToken('alles')}:${API_SCOPES.join('+')}`
  ctx = await createTestZaaksysteem({ env: { ZAAKSYSTEEM_API_TOKENS: token } })
  const rollen = ['coordinator', 'bsn_zoeken']
  const zaak = await registerTestZaak(ctx, { omschrijving: OMSCHRIJVING, rollen })
  gevoelig = zaak.id
  behandelaarId = zaak.behandelaarId
  const door = { behandelaarId }
  const vertrouwelijk = { zaakId: gevoelig, vertrouwelijk: true, reden: 'Dreiging.', door, traceparent: TRACEPARENT }
  expect(await setVertrouwelijk(ctx, vertrouwelijk)).toMatchObject({ ok: true })
  ordinary = (await registerTestZaak(ctx)).id
  await ctx.db.zaak.update({ where: { id: ordinary }, data: { behandelaarId } })
  await ctx.db.signalering.createMany({
    data: [gevoelig, ordinary].map((zaakId) => {
      const soort = 'toegewezen' as const
      return { zaakId, behandelaarId, soort, gegeven: crypto.randomUUID(), aangemaaktOp: ctx.clock() }
    }),
  })
})
afterAll(() => ctx.close())
beforeEach(() => clearAuditregels(ctx))

const lezer = { team: 'Vergunningen', rollen: ['behandelaar', 'bsn_zoeken'] }
const LIST = { sorteer: 'zaaknummer', richting: 'op', afgehandeld: false } as const
const limits = { max: 10, batch: 1 }

async function exportAll() {
  const actor = actorOf(behandelaarId)
  for await (const _ of await exportWerkvoorraad(ctx, { query: LIST, lezer, actor, limits })) {
  }
}

async function previewOfBulk() {
  const opdrachtId = await prepareTestBulk(ctx, { behandelaarId, zaakIds: [gevoelig, ordinary] })
  await clearAuditregels(ctx)
  const opdracht = await findBulkopdrachtOf(ctx, { actor: actorOf(behandelaarId), opdrachtId })
  expect((await previewBulk(ctx, opdracht ?? expect.fail())).filter(({ ok }) => ok)).toHaveLength(2)
}

const preview = (zaakId: string) =>
  previewHandeling(ctx, 'per-post', {
    zaakId,
    versie: 1,
    actor: actorOf(behandelaarId),
    invoer: { op: dateInAmsterdam(ctx.clock()) },
  })

/** Each door that shows zaken to a behandelaar, with the looks that it records for both zaken. */
const DOORS: Record<string, { look: () => Promise<unknown>; ordinary: string[]; gevoelig: string[] }> = {
  'the page of a zaak': {
    look: () => openZaak(ctx, { zaakId: gevoelig, lezer, actor: actorOf(behandelaarId) }),
    gevoelig: ['zaak_bekijken'],
    ordinary: [],
  },
  'the preview of an act': {
    look: async () => expect(await preview(gevoelig)).toBeDefined(),
    gevoelig: ['zaak_bekijken'],
    ordinary: [],
  },
  'a list that is browsed': {
    look: () => openWerkvoorraad(ctx, { query: LIST, lezer, actor: actorOf(behandelaarId) }),
    gevoelig: ['lijst_bekijken'],
    ordinary: [],
  },
  'a search by name': {
    look: () => openWerkvoorraad(ctx, { query: { ...LIST, zoek: 'Vries' }, lezer, actor: actorOf(behandelaarId) }),
    gevoelig: ['zaken_zoeken'],
    ordinary: ['zaken_zoeken'],
  },
  'the export of a list': {
    look: exportAll,
    gevoelig: ['werkvoorraad_exporteren'],
    ordinary: ['werkvoorraad_exporteren'],
  },
  'the pages of an act for many zaken': {
    look: previewOfBulk,
    gevoelig: ['lijst_bekijken', 'zaak_bekijken'],
    ordinary: ['zaak_bekijken'],
  },
  signaleringen: {
    look: async () => expect(await findSignaleringen(ctx, actorOf(behandelaarId))).toHaveLength(2),
    gevoelig: ['lijst_bekijken'],
    ordinary: [],
  },
  'a search by BSN': {
    look: () =>
      findZakenOfBsn(ctx, {
        bsn: AANVRAGER.bsn,
        doel: 'contact',
        toelichting: '',
        lezer,
        actor: actorOf(behandelaarId),
      }),
    gevoelig: ['bsn_zoeken'],
    ordinary: [],
  },
}

test.each(Object.entries(DOORS))('%s: the inzage of the aanvrager shows who looked', async (_, door) => {
  await door.look()
  const told = await findInzage(ctx, { bsn: AANVRAGER.bsn, actor: actorOf(crypto.randomUUID()) })
  const of = (id: string) => told.flatMap(({ zaakId, handeling }) => (zaakId === id ? handeling : [])).toSorted()
  expect({ gevoelig: of(gevoelig), ordinary: of(ordinary) }).toEqual({
    gevoelig: door.gevoelig,
    ordinary: door.ordinary,
  })
})

test('a page and its previews within a minute record one look', async () => {
  await openZaak(ctx, { zaakId: gevoelig, lezer, actor: actorOf(behandelaarId) })
  for (const _ of [1, 2, 3]) await preview(gevoelig)
  expect(await ctx.db.auditregel.count()).toBe(1)
})

test('a refused preview shows nothing and records no look', async () => {
  const versie = 7
  const asked = { zaakId: gevoelig, versie, actor: actorOf(behandelaarId), invoer: {} }
  expect(await previewHandeling(ctx, 'per-post', asked)).toBeUndefined()
  expect(await ctx.db.auditregel.count()).toBe(0)
})

test('each API operation that shows a gevoelige zaak records a look at it', async () => {
  const told = []
  for (const { id, on } of OPERATIONS.filter((operation) => operation.on.startsWith('GET /'))) {
    const path = on
      .slice('GET '.length)
      .replace(/\{uuid\}/, gevoelig)
      .replaceAll(/\{\w+\}/g, crypto.randomUUID())
    const headers = { Authorization: 'Bearer alles' }
    await clearAuditregels(ctx)
    const url = `http://localhost/api/zaaksysteem/v1${path}${id === 'gebeurtenissenLezen' ? '?vanaf=0' : ''}`
    const answer = await (await answerApi(ctx, new Request(url, { headers }))).text()
    if (!answer.includes(OMSCHRIJVING)) continue
    told.push(id)
    expect(await ctx.db.auditregel.count({ where: { zaakId: gevoelig, actor: 'alles' } }), id).toBeGreaterThan(0)
  }
  expect(told).toEqual(expect.arrayContaining(['zakenLezen', 'zaakLezen']))
})

test('nothing is shown when the look cannot be recorded', async () => {
  await ctx.pool.query(`alter table auditregel add constraint geen check (handeling = '') not valid`)
  for (const { look } of Object.values(DOORS)) await expect(look()).rejects.toThrow('geen')
})
