import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { bestandStore } from '../../../bestand/bestand-store.ts'
import { storeBestand } from '../../../bestand/store-bestand.ts'
import { findZaaktype } from '../../../catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '../../../catalogus/store-zaaktypeversie.ts'
import { answerApi } from '../../../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { removeZaak } from '../../bewaren/remove-zaak.ts'
import { correctBesluit } from '../../handelingen/besluit/correct-besluit.ts'
import { recordBesluit } from '../../handelingen/besluit/record-besluit.ts'
import { ADD_DOCUMENT_TO_ZAAK } from '../../handelingen/document/add-document.ts'
import { performHandeling } from '../../handelingen/perform-handeling.ts'
import { registerTestZaak } from '../../test-zaak.ts'
import { findBezwaren, findDossier } from '../../wijziging/documenten.ts'
import { findZaakResource } from '../resource/find-zaak-resource.ts'

const TODAY = '2026-03-02'
const TOMORROW = '2026-03-03'
const LATER = '2026-03-09'
const toelichting = 'Omdat het moet.'
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(100_000)])

let ctx: TestZaaksysteem
let now: Date
const on = (day: string) => {
  now = new Date(`${day}T09:00:00Z`)
}

beforeAll(async () => {
  on(TODAY)
  const scopes = 'zaken.lezen+zaken.documenten.lezen+zaken.documenten.toevoegen'
  ctx = await createTestZaaksysteem({ clock: () => now, scopes })
})
afterAll(() => ctx.close())

let id: string
let act: Awaited<ReturnType<typeof registerTestZaak>>['change']
beforeEach(async () => {
  on(TODAY)
  ;({ id, change: act } = await registerTestZaak(ctx))
})

function ask(method: string, path: string, { body, headers }: { body?: Uint8Array | object; headers?: object } = {}) {
  const isBytes = body instanceof Uint8Array
  const request = new Request(`http://localhost/api/zaaksysteem/v1/zaken/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${ctx.apiToken}`,
      ...(body && { 'Content-Type': isBytes ? 'application/octet-stream' : 'application/json' }),
      ...(body && !isBytes && { 'Idempotency-Key': crypto.randomUUID() }),
      ...headers,
    },
    ...(body && { body: isBytes ? new Blob([new Uint8Array(body)]) : JSON.stringify(body) }),
  })
  return answerApi(ctx, request)
}
const problem = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]

async function sent(bytes: Uint8Array = PDF): Promise<string> {
  const answer = await ask('POST', `${id}/bestanden`, { body: bytes })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { bestand: string }).bestand
}

const letter = { titel: 'Besluit op uw aanvraag', informatieobjecttype: 'besluit' }
async function add(versie: number, more: object = {}) {
  return ask('POST', `${id}/documenten`, { body: { versie, bestand: await sent(), ...letter, ...more } })
}
const documenten = async () => (await findZaakResource(ctx, id))?.documenten ?? []
async function added(versie: number, more: object = {}) {
  expect((await add(versie, more)).status).toBe(201)
  return (await documenten()).at(-1)?.id as string
}

test('an uploaded bestand becomes a document of the zaak, which a client with the scope gets whole and in ranges', async () => {
  const sha256 = createHash('sha256').update(PDF).digest('hex')
  const answer = await add(1)
  const { gebeurtenisId } = (await answer.json()) as { gebeurtenisId: string }
  const [document] = await documenten()
  expect(document).toMatchObject({
    ...letter,
    datum: TODAY,
    formaat: 'application/pdf',
    grootte: PDF.byteLength,
    sha256,
    zichtbaarVanaf: TODAY,
    documentversie: 1,
    versie: 2,
  })
  const { body } = await ctx.db.gebeurtenis.findUniqueOrThrow({ where: { id: gebeurtenisId } })
  expect(JSON.parse(body ?? '')).toMatchObject({
    type: 'nl.overheid.zaken.document-toegevoegd',
    data: { event: 'document.toegevoegd', zaakId: id, documentId: document?.id, timestamp: now.toISOString() },
  })
  expect(body).not.toContain('Besluit')

  const path = `${id}/documenten/${document?.id}`
  const told = await ask('HEAD', path)
  expect([told.status, told.body, told.headers.get('content-length')]).toEqual([200, null, String(PDF.byteLength)])
  expect(await ctx.db.auditregel.count({ where: { zaakId: id, handeling: 'document_lezen' } })).toBe(0)
  const whole = await ask('GET', path)
  expect(Buffer.from(await whole.arrayBuffer()).equals(PDF)).toBe(true)
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-length': String(PDF.byteLength),
    'content-disposition': expect.stringContaining('attachment; filename="Besluit op uw aanvraag.pdf"'),
    'x-content-type-options': 'nosniff',
    etag: `"${sha256}"`,
  })
  const part = await ask('GET', path, { headers: { Range: 'bytes=70000-' } })
  expect([part.status, part.headers.get('Content-Range')]).toEqual([
    206,
    `bytes 70000-${PDF.byteLength - 1}/${PDF.byteLength}`,
  ])
  expect(Buffer.from(await part.arrayBuffer()).equals(PDF.subarray(70_000))).toBe(true)
  const beyond = await ask('GET', path, { headers: { Range: `bytes=${PDF.byteLength}-` } })
  expect(await problem(beyond)).toEqual([416, 'range_unsatisfiable'])
  const looks = await ctx.db.auditregel.findMany({ where: { zaakId: id, handeling: 'document_lezen' } })
  expect(looks.map(({ objectId }) => objectId)).toEqual([document?.id])
})

test('a document whose bytes are missing is a problem before the response begins, and records no look', async () => {
  const document = await added(1)
  vi.spyOn(ctx.log, 'error').mockImplementationOnce(() => {})
  const { bestandId } = await ctx.db.document.findUniqueOrThrow({ where: { id: document } })
  await bestandStore(ctx).remove(bestandId)
  expect(await problem(await ask('GET', `${id}/documenten/${document}`))).toEqual([500, 'document_lost'])
  expect(await ctx.db.auditregel.count({ where: { zaakId: id, handeling: 'document_lezen' } })).toBe(0)
})

test('bytes of a refused formaat, or for an unknown zaak, are refused', async () => {
  const gone = crypto.randomUUID()
  expect(await problem(await ask('POST', `${id}/bestanden`, { body: Buffer.from('<html></html>') }))).toEqual([
    415,
    'type_not_allowed',
  ])
  expect(await problem(await ask('POST', `${id}/bestanden`, { body: new Uint8Array() }))).toEqual([
    400,
    'bestand_empty',
  ])
  expect(await problem(await ask('POST', `${gone}/bestanden`, { body: PDF }))).toEqual([404, 'not_found'])
  expect(await problem(await ask('GET', `${id}/documenten/${gone}`))).toEqual([404, 'document_not_found'])
})

test('a document of another zaak gives the same queries and the same response as an unknown one', async () => {
  const document = await added(1)
  const { id: other } = await registerTestZaak(ctx)
  const query = vi.spyOn(pg.Client.prototype, 'query')
  async function take(documentId: string) {
    query.mockClear()
    const refusal = await problem(await ask('GET', `${other}/documenten/${documentId}`))
    return { refusal, asked: query.mock.calls.map(([given]) => String((given as { text?: string }).text ?? given)) }
  }
  const [anothers, nobodys] = [await take(document), await take(crypto.randomUUID())]
  query.mockRestore()
  expect(anothers).toEqual(nobodys)
  expect(anothers).toMatchObject({
    refusal: [404, 'document_not_found'],
    asked: expect.arrayContaining([expect.any(String)]),
  })
})

test('the document of a besluit is readable from its bekendmaking, also when that date is corrected', async () => {
  const recorded = await recordBesluit(ctx, {
    ...act,
    versie: 1,
    besluittype: 'verleend',
    bekendmakingsdatum: TOMORROW,
  })
  expect(recorded.ok).toBe(true)
  const besluit = (await findZaakResource(ctx, id))?.besluiten[0]?.id as string
  expect(await problem(await add(2, { besluit, zichtbaarVanaf: TODAY }))).toEqual([400, 'visible_before_bekendmaking'])
  const document = await added(2, { besluit })
  expect(await documenten()).toMatchObject([{ besluit, zichtbaarVanaf: TOMORROW }])
  const read = async () => (await ask('GET', `${id}/documenten/${document}`)).status
  expect(await read()).toBe(404)
  const status = await ctx.db.status.findFirst({ where: { zaakId: id, versie: 3 } })
  expect(status?.statustoelichting).toBe('U kunt het vanaf 3 maart 2026 lezen op de pagina van uw zaak.')

  const corrected = await correctBesluit(ctx, { ...act, versie: 3, besluit, bekendmakingsdatum: LATER, toelichting })
  expect(corrected.ok).toBe(true)
  on(TOMORROW)
  expect([await read(), (await documenten())[0]?.zichtbaarVanaf]).toEqual([404, LATER])
  on(LATER)
  expect(await read()).toBe(200)
})

test('a replaced or withdrawn document is no longer readable, and is kept', async () => {
  const first = await added(1)
  const second = await added(2, { vervangt: first })
  expect(await documenten()).toMatchObject([{ id: second, documentversie: 2, versie: 3 }])
  expect((await ask('GET', `${id}/documenten/${first}`)).status).toBe(404)
  expect(await problem(await add(3, { vervangt: first }))).toEqual([400, 'document_unknown'])

  const withdraw = (more: object) =>
    ask('POST', `${id}/documentintrekkingen`, { body: { versie: 3, document: second, ...more } })
  expect(await problem(await withdraw({}))).toEqual([400, 'reason_required'])
  expect((await withdraw({ statustoelichting: toelichting })).status).toBe(201)
  expect([await documenten(), (await ask('GET', `${id}/documenten/${second}`)).status]).toEqual([[], 404])
  expect(await ctx.db.document.count({ where: { zaakId: id } })).toBe(2)
})

test('a bestand becomes one document, also by two concurrent requests', async () => {
  const bestand = await sent()
  const body = { versie: 1, bestand, ...letter }
  const answers = await Promise.all([0, 1].map(() => ask('POST', `${id}/documenten`, { body })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect(await problem(await ask('POST', `${id}/documenten`, { body: { ...body, versie: 2 } }))).toEqual([
    409,
    'no_bestand',
  ])
  await sent()
  expect(await problem(await ask('POST', `${id}/documenten`, { body: { ...body, versie: 2 } }))).toEqual([
    400,
    'bestand_unknown',
  ])
})

test('concurrent requests add a document to each of two zaken', async () => {
  const other = await registerTestZaak(ctx)
  const first = { versie: 1, bestand: await sent(), ...letter }
  const stored = await storeBestand(ctx, { zaakId: other.id, naam: '', bytes: Readable.from([PDF]) })
  const second = { versie: 1, bestand: stored.ok && stored.bestand.id, ...letter }
  const answers = await Promise.all([
    ask('POST', `${id}/documenten`, { body: first }),
    ask('POST', `${other.id}/documenten`, { body: second }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  const made = await ctx.db.document.findMany({ where: { zaakId: { in: [id, other.id] } } })
  expect(made.map(({ zaakId, bestandId }) => [zaakId, bestandId])).toEqual(
    expect.arrayContaining([
      [id, first.bestand],
      [other.id, second.bestand],
    ]),
  )
})

test('a bestand that is swept during the act becomes no document, and the zaak is unchanged', async () => {
  const bestand = await sent()
  const sweep = await ctx.pool.connect()
  try {
    await sweep.query('begin')
    await sweep.query(`update bestand set status = 'vervallen' where id = $1`, [bestand])
    const answer = ask('POST', `${id}/documenten`, { body: { versie: 1, bestand, ...letter } }).then(
      ({ status }) => status,
      () => 500,
    )
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    // `sweep` cannot query this: its transaction does not see connections that began after its first look.
    await expect.poll(async () => (await ctx.pool.query(waits)).rowCount).toBe(1)
    await sweep.query('commit')
    expect(await answer).toBeGreaterThanOrEqual(400)
  } finally {
    sweep.release()
  }
  expect(await ctx.db.document.count({ where: { zaakId: id } })).toBe(0)
  expect(await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).toMatchObject({ versie: 1 })
})

test('with a virus scanner a bestand becomes a document only once it is clean', async () => {
  const scanned = await createTestZaaksysteem({ env: { ZAAKSYSTEEM_CLAMD: '127.0.0.1:3310' } })
  try {
    const zaak = await registerTestZaak(scanned)
    const stored = await storeBestand(scanned, { zaakId: zaak.id, naam: 'brief.pdf', bytes: Readable.from([PDF]) })
    const bestand = stored.ok ? stored.bestand.id : ''
    const wish = { ...zaak.change, versie: 1, bestand, ...letter }
    const attempt = () => performHandeling(scanned, ADD_DOCUMENT_TO_ZAAK, wish)
    const found = (virusscan: 'besmet' | 'schoon') =>
      scanned.db.bestand.update({ where: { id: bestand }, data: { virusscan } })
    expect(await findDossier(scanned, zaak.id)).toMatchObject({ losseBestanden: [], wachtend: 1, besmet: 0 })
    expect(await attempt()).toMatchObject({ ok: false, reason: 'refused' })
    await found('besmet')
    expect(await findDossier(scanned, zaak.id)).toMatchObject({ losseBestanden: [], wachtend: 0, besmet: 1 })
    expect(await attempt()).toMatchObject({ ok: false, reason: 'refused' })
    await found('schoon')
    expect(await attempt()).toMatchObject({ ok: true })
    expect(await findBezwaren(scanned, (await findDossier(scanned, zaak.id)).documenten)).toEqual({})
  } finally {
    await scanned.close()
  }
})

test('the desk warns for a document that no virus scanner scanned', async () => {
  const document = await added(1)
  expect(await findBezwaren(ctx, (await findDossier(ctx, id)).documenten)).toEqual({ [document]: 'zonder_scanner' })
})

test('removing a zaak removes its documents', async () => {
  const document = await added(1)
  const { bestandId } = await ctx.db.document.findUniqueOrThrow({ where: { id: document } })
  const { versie } = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
  const removal = {
    zaakId: id,
    versie,
    grond: 'vergissing',
    door: { client: 'x' },
    traceparent: act.traceparent,
  } as const
  expect(await removeZaak(ctx, removal)).toMatchObject({ ok: true })
  expect(await ctx.db.document.count({ where: { id: document } })).toBe(0)
  // the bytes remain for the sweep, which finds a bestand without a zaak
  expect(await ctx.db.bestand.findUnique({ where: { id: bestandId } })).toMatchObject({ zaakId: null })
})

test('an ended informatieobjecttype is refused for new documents, and its name remains in the zaak', async () => {
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-STAND')
  const informatieobjecttypen = gegevens.informatieobjecttypen.map((type) => ({
    ...type,
    beeindigd: type.code === letter.informatieobjecttype,
  }))
  const actor = { soort: 'behandelaar', id: act.gezetDoor.behandelaarId, traceparent: act.traceparent } as const
  const next = { identificatie, versie, gegevens: { ...gegevens, informatieobjecttypen }, actor }
  expect(await storeZaaktypeversie(ctx, next)).toMatchObject({ ok: true })
  expect((await add(1)).status, 'a zaak keeps the version that it began with').toBe(201)
  ;({ id } = await registerTestZaak(ctx))
  expect(await problem(await add(1))).toEqual([400, 'informatieobjecttype_unknown'])
  expect((await add(1, { informatieobjecttype: 'brief' })).status).toBe(201)
  const { zaaktype } = (await findZaakResource(ctx, id)) ?? expect.fail()
  expect(zaaktype.informatieobjecttypen[0]).toMatchObject({ code: 'besluit', beeindigd: true })
})
