import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { storeBestand } from '../../bestand/store-bestand.ts'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { removeZaak } from '../bewaren/remove-zaak.ts'
import { ADD_DOCUMENT_TO_ZAAK } from '../handelingen/document/add-document.ts'
import { WITHDRAW_DOCUMENT_OF_ZAAK } from '../handelingen/document/withdraw-document.ts'
import { performHandeling } from '../handelingen/perform-handeling.ts'
import { LEZER, registerTestZaak, TRACEPARENT } from '../test-zaak.ts'
import { findDossier } from '../wijziging/documenten.ts'
import { findDocumentregels } from './find-documentregels.ts'
import { addInternDocument, withdrawInternDocument } from './intern-document.ts'

const NOW = new Date('2026-11-26T10:00:00Z')
let ctx: TestZaaksysteem
beforeAll(async () => {
  const scopes = 'zaken.lezen+zaken.documenten.lezen+zaken.documenten.toevoegen'
  ctx = await createTestZaaksysteem({ clock: () => NOW, scopes })
})
afterAll(() => ctx.close())

let zaak: Awaited<ReturnType<typeof registerTestZaak>>
let who: { zaakId: string; door: { behandelaarId: string }; traceparent: string }
beforeEach(async () => {
  zaak = await registerTestZaak(ctx, { naam: 'J. Visser' })
  who = { zaakId: zaak.id, door: { behandelaarId: zaak.behandelaarId }, traceparent: TRACEPARENT }
})

async function stored(zaakId = zaak.id) {
  const outcome = await storeBestand(ctx, {
    zaakId,
    naam: 'x',
    bytes: Readable.from([Buffer.from(crypto.randomUUID())]),
  })
  return outcome.ok ? outcome.bestand.id : ''
}
const advies = { titel: 'Advies van de brandweer', informatieobjecttype: 'advies' }
async function added(more: object = {}) {
  const outcome = await addInternDocument(ctx, { ...who, bestand: await stored(), ...advies, ...more })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.document
}
const withdraw = (document: string, more: object = {}) =>
  withdrawInternDocument(ctx, { ...who, document, reden: 'Van een andere zaak.', ...more })

async function call(
  method: string,
  path: string,
  { body, sleutel = crypto.randomUUID() }: { body?: object; sleutel?: string } = {},
) {
  const headers = {
    Authorization: `Bearer ${ctx.apiToken}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': sleutel,
  }
  const url = `http://localhost/api/zaaksysteem/v1/zaken${path}`
  const answer = await answerApi(
    ctx,
    new Request(url, { method, headers, ...(body && { body: JSON.stringify(body) }) }),
  )
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

test('an intern document is at the desk only: no event, no versie, no API response for a portal', async () => {
  const told = async () => [
    await call('GET', `/${zaak.id}`),
    await call('GET', `?uuids=${zaak.id}`),
    await ctx.db.gebeurtenis.findMany({ where: { zaakId: zaak.id } }),
    await ctx.db.status.count({ where: { zaakId: zaak.id } }),
  ]
  const before = await told()
  const document = await added()
  expect(await told()).toEqual(before)
  expect(await call('GET', `/${zaak.id}/documenten/${document}`)).toMatchObject({ status: 404 })
  expect(await findDossier(ctx, zaak.id)).toMatchObject({
    documenten: [],
    losseBestanden: [],
    alleDocumenten: [{ id: document, ...advies, richting: 'intern', vertrouwelijkheidaanduiding: 'vertrouwelijk' }],
  })
  expect(await withdraw(document)).toEqual({ ok: true, document })
  expect(await told()).toEqual(before)
  expect(await findDocumentregels(ctx, zaak.id, LEZER)).toMatchObject([
    { titel: advies.titel, ingetrokken: false, reden: null, doorNaam: 'J. Visser', op: NOW },
    { titel: advies.titel, ingetrokken: true, reden: 'Van een andere zaak.', doorNaam: 'J. Visser' },
  ])
  const trail = await ctx.db.auditregel.findMany({
    where: { zaakId: zaak.id, objectId: document },
    orderBy: { handeling: 'desc' },
  })
  expect(trail).toMatchObject(
    ['intern_document_toevoegen', 'intern_document_intrekken'].map((handeling) => {
      return { handeling, actor: zaak.behandelaarId, uitkomst: 'gelukt', betrokkene: expect.anything() }
    }),
  )
})

test.each([
  [{ informatieobjecttype: 'besluit' }, ['informatieobjecttype_uitgaand']],
  [{ informatieobjecttype: 'gedicht', datum: '2026-11-27' }, ['informatieobjecttype_unknown', 'document_in_future']],
])('%o is refused', async (more, broken) => {
  const wish = { ...who, bestand: await stored(), ...advies, ...more }
  expect(await addInternDocument(ctx, wish)).toEqual({ ok: false, reason: 'refused', broken })
})

test('a bestand of another zaak, an infected one and a behandelaar without the right are refused', async () => {
  const elsewhere = await stored((await registerTestZaak(ctx)).id)
  const infected = await stored()
  await ctx.db.bestand.update({ where: { id: infected }, data: { virusscan: 'besmet' } })
  for (const bestand of [elsewhere, infected]) {
    const outcome = await addInternDocument(ctx, { ...who, bestand, ...advies })
    expect(outcome).toEqual({ ok: false, reason: 'refused', broken: ['bestand_unknown'] })
  }
  const document = await added()
  await ctx.db.behandelaar.update({ where: { id: zaak.behandelaarId }, data: { rollen: ['lezer'] } })
  const notFound = { ok: false, reason: 'not_found' }
  expect(await addInternDocument(ctx, { ...who, bestand: await stored(), ...advies })).toEqual(notFound)
  expect(await withdraw(document)).toEqual(notFound)
})

test('over the API a key adds one document, also in concurrent requests', async () => {
  const bestand = await stored()
  const [sleutel, path] = [crypto.randomUUID(), `/${zaak.id}/internedocumenten`]
  const body = { bestand, ...advies, vertrouwelijkheidaanduiding: 'geheim' }
  const first = await call('POST', path, { body, sleutel })
  expect(first).toMatchObject({ status: 201, body: { document: expect.any(String) } })
  expect(await call('POST', path, { body, sleutel })).toEqual(first)
  expect(await call('POST', path, { body: { ...body, titel: 'Iets anders' }, sleutel })).toMatchObject({ status: 422 })
  expect(await call('POST', path, { body })).toMatchObject({ status: 400, body: { code: 'bestand_unknown' } })
  const open = { ...body, bestand: await stored(), vertrouwelijkheidaanduiding: 'openbaar' }
  expect(await call('POST', path, { body: open })).toMatchObject({ status: 400, body: { code: 'request_invalid' } })
  const gone = { document: first.body.document, reden: 'Van een andere zaak.' }
  const answers = await Promise.all(
    [0, 1].map(() => call('POST', `/${zaak.id}/internedocumentintrekkingen`, { body: gone })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400])
  expect(await findDocumentregels(ctx, zaak.id, LEZER)).toMatchObject([
    { doorNaam: 'publieksportaal' },
    { doorNaam: 'publieksportaal' },
  ])
})

test('no handeling turns an intern document into one for the aanvrager, or the other way round', async () => {
  const intern = await added()
  const bestand = await stored()
  const wish = { ...zaak.change, versie: 1, bestand, titel: 'Brief', informatieobjecttype: 'brief' }
  const replacing = { ...wish, vervangt: intern }
  expect(await performHandeling(ctx, ADD_DOCUMENT_TO_ZAAK, replacing)).toMatchObject({ broken: ['document_unknown'] })
  const asAdvies = { ...wish, informatieobjecttype: 'advies' }
  expect(await performHandeling(ctx, ADD_DOCUMENT_TO_ZAAK, asAdvies)).toMatchObject({
    broken: ['informatieobjecttype_intern'],
  })
  expect(await performHandeling(ctx, ADD_DOCUMENT_TO_ZAAK, wish)).toMatchObject({ ok: true })
  const gone = { ...zaak.change, versie: 2, document: intern, toelichting: 'Om iets.' }
  expect(await performHandeling(ctx, WITHDRAW_DOCUMENT_OF_ZAAK, gone)).toMatchObject({ broken: ['document_unknown'] })
  const [letter] = (await findDossier(ctx, zaak.id)).documenten
  expect(await withdraw(letter?.id ?? '')).toMatchObject({ ok: false, broken: ['document_unknown'] })
})

test('removing a zaak removes its interne documenten', async () => {
  await withdraw(await added())
  const removal = {
    zaakId: zaak.id,
    versie: 1,
    grond: 'vergissing',
    traceparent: TRACEPARENT,
    door: { client: 'x' },
  } as const
  expect(await removeZaak(ctx, removal)).toMatchObject({ ok: true })
  expect(await ctx.db.document.count({ where: { zaakId: zaak.id } })).toBe(0)
  expect(await ctx.db.documentregel.count({ where: { doorId: zaak.behandelaarId } })).toBe(0)
})
