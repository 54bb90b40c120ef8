import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { answerApi } from '../openapi/operations.ts'
import { openTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { findZaakResource } from '../zaak/api/resource/find-zaak-resource.ts'
import { requestAanvulling } from '../zaak/handelingen/aanvulling/request-aanvulling.ts'
import { ADD_DOCUMENT_TO_ZAAK } from '../zaak/handelingen/document/add-document.ts'
import { performHandeling } from '../zaak/handelingen/perform-handeling.ts'
import { registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { findBestandOfDocument, findBezwaren, findDossier } from '../zaak/wijziging/documenten.ts'

const NOW = new Date('2026-11-26T23:30:00Z')
/** Half past midnight in the Netherlands. */
const TODAY = '2026-11-27'
const ctx = await openTestZaaksysteem({ clock: () => NOW, scopes: 'zaken.lezen+zaken.inzenden' })

async function post(path: string, body: object | Uint8Array) {
  const isBytes = body instanceof Uint8Array
  const headers = {
    Authorization: `Bearer ${ctx.apiToken}`,
    'Content-Type': isBytes ? 'application/octet-stream' : 'application/json',
    traceparent: TRACEPARENT,
  }
  const url = `http://localhost/api/zaaksysteem/v1/zaken/${path}`
  const sent = isBytes ? new Blob([new Uint8Array(body)]) : JSON.stringify(body)
  const answer = await answerApi(ctx, new Request(url, { method: 'POST', headers, body: sent }))
  const { code, uitkomst, bestand } = (await answer.json()) as Record<string, string>
  return { status: answer.status, told: code ?? uitkomst, bestand: bestand ?? '' }
}

let zaak: Awaited<ReturnType<typeof registerTestZaak>>
let plattegrond: string
let foto: string
beforeEach(async () => {
  zaak = await registerTestZaak(ctx)
  const aanvullingen = [{ naam: 'Plattegrond' }, { naam: 'Foto' }, { naam: 'Nog iets' }]
  await requestAanvulling(ctx, { ...zaak.change, versie: 1, uiterlijk: '2026-12-10', aanvullingen })
  const asked = await ctx.db.aanvulling.findMany({ where: { zaakId: zaak.id }, orderBy: { volgnummer: 'asc' } })
  ;[plattegrond = '', foto = ''] = asked.map(({ id }) => id)
})

const upload = async (zaakId = zaak.id) => (await post(`${zaakId}/bestanden`, Buffer.from('Geachte heer'))).bestand
const handOver = (bestanden: object[], more: object = {}) =>
  post(`${zaak.id}/inzendingen`, {
    soort: 'aanvulling',
    kenmerk: uuidv7(),
    tijdstip: NOW.toISOString(),
    aanvullingen: [plattegrond, foto],
    bestanden,
    ...more,
  })
const documentsOf = (zaakId: string) => ctx.db.document.findMany({ where: { zaakId }, orderBy: { titel: 'asc' } })

test('bestanden of an inzending become documents, each with its aanvulling, without an event', async () => {
  const [first, second] = [await upload(), await upload()]
  const before = [await findZaakResource(ctx, zaak.id), await ctx.db.gebeurtenis.count()]
  const answer = await handOver([
    { bestand: first, aanvulling: plattegrond, naam: '../Begane\u202E grond.TXT' },
    { bestand: second.toUpperCase(), aanvulling: foto },
  ])
  expect(answer).toMatchObject({ status: 201, told: 'recorded' })
  const inzending = await ctx.db.inzending.findFirst({ where: { zaakId: zaak.id } })
  const each = {
    richting: 'inkomend',
    informatieobjecttype: 'bijlage',
    datum: new Date(TODAY),
    vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
    zichtbaarVanaf: null,
    inzendingId: inzending?.id,
    versie: 2,
  }
  expect(await documentsOf(zaak.id)).toMatchObject([
    { ...each, titel: 'Begane grond.TXT', bestandId: first, aanvullingId: plattegrond },
    { ...each, titel: 'Foto', bestandId: second, aanvullingId: foto },
  ])
  expect(await ctx.db.bestand.count({ where: { zaakId: zaak.id, status: 'geplaatst' } })).toBe(2)
  expect([await findZaakResource(ctx, zaak.id), await ctx.db.gebeurtenis.count()]).toEqual(before)
})

test('repeating an inzending, also concurrently, makes no second document; other bestanden conflict with its kenmerk', async () => {
  const kenmerk = uuidv7()
  const [one, other] = [await upload(), await upload()]
  const bestanden = [
    { bestand: one, aanvulling: plattegrond },
    { bestand: other, aanvulling: plattegrond },
  ]
  const answers = await Promise.all([0, 1, 2].map(() => handOver(bestanden, { kenmerk })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201])
  expect(await handOver(bestanden.toReversed(), { kenmerk })).toMatchObject({ status: 200, told: 'recorded' })
  expect(await documentsOf(zaak.id)).toHaveLength(2)
  const others = [[], [{ bestand: one, aanvulling: plattegrond }], [{ bestand: await upload(), aanvulling: foto }]]
  for (const sent of others)
    expect(await handOver(sent, { kenmerk })).toMatchObject({ status: 409, told: 'kenmerk_reused' })
  expect(await documentsOf(zaak.id)).toHaveLength(2)
})

test('an inzending with an unusable bestand records nothing, and can be sent again with the same kenmerk', async () => {
  const kenmerk = uuidv7()
  const good = { bestand: await upload(), aanvulling: plattegrond }
  const elsewhere = await upload((await registerTestZaak(ctx)).id)
  const [taken, gone, half, ofDesk, ofOther] = [
    await upload(),
    await upload(),
    await upload(),
    await upload(),
    await upload(),
  ]
  expect(await handOver([{ bestand: taken, aanvulling: foto }])).toMatchObject({ status: 201 })
  const change = (id: string, data: Parameters<typeof ctx.db.bestand.update>[0]['data']) =>
    ctx.db.bestand.update({ where: { id }, data })
  await change(gone, { status: 'vervallen' })
  await change(half, { status: 'onderweg' })
  await change(ofDesk, { inzender: null })
  await change(ofOther, { inzender: 'ander' })
  const before = await ctx.db.auditregel.count({ where: { zaakId: zaak.id } })
  for (const bestand of [elsewhere, taken, gone, half, ofDesk, ofOther, good.bestand, uuidv7()]) {
    const answer = await handOver([good, { bestand, aanvulling: foto }], { kenmerk })
    expect(answer).toMatchObject({ status: 400, told: 'bestand_unknown' })
  }
  const notAsked = { ...good, aanvulling: uuidv7() }
  expect(await handOver([notAsked], { kenmerk })).toMatchObject({ status: 400, told: 'aanvulling_unknown' })
  expect(await documentsOf(zaak.id)).toHaveLength(1)
  expect(await ctx.db.inzending.count({ where: { zaakId: zaak.id } })).toBe(1)
  expect(await ctx.db.auditregel.count({ where: { zaakId: zaak.id } })).toBe(before)
  expect(await handOver([good], { kenmerk })).toMatchObject({ status: 201, told: 'recorded' })
})

test('a bestand uploaded for an inzending is invisible before it, and cannot become another document', async () => {
  const bestand = await upload()
  expect(await findDossier(ctx, zaak.id)).toMatchObject({ losseBestanden: [], wachtend: 0, besmet: 0 })
  const wish = { ...zaak.change, versie: 2, bestand, titel: 'Brief', informatieobjecttype: 'brief' }
  expect(await performHandeling(ctx, ADD_DOCUMENT_TO_ZAAK, wish)).toMatchObject({
    ok: false,
    broken: ['no_bestand', 'bestand_unknown'],
  })
})

test('a document sent by the aanvrager is not among those that he reads, and cannot be shared with him', async () => {
  await handOver([{ bestand: await upload(), aanvulling: foto }])
  const [document] = await documentsOf(zaak.id)
  const shown = (data: object) => ctx.db.document.update({ where: { id: document?.id ?? '' }, data })
  await expect(shown({ zichtbaarVanaf: new Date(TODAY), richting: 'intern' })).rejects.toThrow()
  await expect(shown({ zichtbaarVanaf: new Date(TODAY), vertrouwelijkheidaanduiding: 'geheim' })).rejects.toThrow()
  expect((await findZaakResource(ctx, zaak.id))?.documenten).toEqual([])
})

test('with a virus scanner a document of the aanvrager opens only once it is clean, and the desk shows why', async () => {
  const bestand = await upload()
  await handOver([{ bestand, aanvulling: foto }])
  const [{ id = '' } = {}] = await documentsOf(zaak.id)
  const scanned = { ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_CLAMD: { path: '/clamd' } } }
  const seen = async (of: TestZaaksysteem) => [
    (await findBestandOfDocument(of, id))?.opent,
    (await findBezwaren(of, [{ id }]))[id],
  ]
  expect([await seen(ctx), await seen(scanned)]).toEqual([
    [true, 'zonder_scanner'],
    [false, 'wacht'],
  ])
  const found = (virusscan: 'schoon' | 'besmet') =>
    ctx.db.bestand.update({ where: { id: bestand }, data: { virusscan } })
  await found('besmet')
  for (const of of [ctx, scanned]) expect(await seen(of)).toEqual([false, 'besmet'])
  await found('schoon')
  expect(await seen(scanned)).toEqual([true, undefined])
})
