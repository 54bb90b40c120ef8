import { gzipSync } from 'node:zlib'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { PublieksportaalEnv } from '../env.ts'
import { ZAAK_VAN_BURGER } from '../zaak/test-zaak-van-burger.ts'
import type { DocumentVanBurger, ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import { openZgwDocument } from './document-of-burger.ts'
import { NOW, startTestRegistratie } from './test-registratie.ts'
import { withZgwDocumenten } from './with-zgw-documenten.ts'

const warn = vi.fn()

const registratie = await startTestRegistratie()
beforeEach(() => {
  registratie.clear()
  warn.mockClear()
})
afterAll(() => registratie.close())

const OWN: DocumentVanBurger = {
  id: '0192f0c8-0000-7000-8000-00000000000a',
  titel: 'Ontvangstbevestiging',
  informatieobjecttype: 'ontvangstbevestiging',
  datum: '2026-11-22',
  formaat: 'application/pdf',
  grootte: 12_000,
  sha256: 'ab',
  vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
  zichtbaarVanaf: '2026-11-22',
  besluit: null,
  documentversie: 1,
  versie: 1,
}
const ZAAK: ZaakVanBurger = { ...ZAAK_VAN_BURGER, documenten: [OWN] }

function context(changes: Record<string, string> = {}) {
  const env = { ...registratie.env, ...changes } as unknown as PublieksportaalEnv
  return { env, clock: () => NOW, log: { debug: warn, info: warn, warn, error: warn } }
}

async function read(changes?: Record<string, string>) {
  const { zaak, onvolledig } = await withZgwDocumenten(context(changes), ZAAK)
  return { titels: zaak.documenten.map(({ titel }) => titel), documenten: zaak.documenten, onvolledig }
}

test('readable documents of the registratie are listed by date with their details', async () => {
  const id = registratie.add()
  const { documenten, onvolledig } = await read()
  expect(onvolledig).toBeNull()
  expect(documenten).toEqual([
    expect.objectContaining({
      id,
      titel: 'Brief',
      datum: '2026-11-20',
      formaat: 'application/pdf',
      grootte: 48_000,
      besluit: null,
      documentversie: 1,
      zgw: { soort: 'Brief aan aanvrager', naam: 'brief.pdf' },
    }),
    OWN,
  ])
})

test('a portal without a ZGW registratie sends no requests', async () => {
  registratie.add()
  expect(await read({ PUBLIEKSPORTAAL_ZGW_BRONORGANISATIE: '' })).toMatchObject({ documenten: [OWN], onvolledig: null })
  expect(registratie.requests).toEqual([])
})

test('a zaak that the registratie lacks has only the documents of the zaaksysteem', async () => {
  registratie.add()
  const { zaak } = registratie
  registratie.answers.set('/zaken/api/v1/zaken', () => ({
    status: 200,
    // the answer of a registratie that ignores the filters
    body: {
      count: 2,
      next: null,
      results: ['ZAAK-2026-2', 'ZAAK-2026-11'].map((other) => ({ ...zaak, identificatie: other })),
    },
  }))
  expect(await read()).toMatchObject({ documenten: [OWN], onvolledig: null })
})

test.each<[string, Record<string, unknown>, boolean]>([
  ['archived', { status: 'gearchiveerd' }, true],
  ['worked on', { status: 'in_bewerking' }, false],
  ['to be established', { status: 'ter_vaststelling' }, false],
  ['without a status', { status: '' }, false],
  ['locked, so that it changes', { locked: true }, false],
  ['without bytes', { inhoud: null }, false],
  ['of nothing', { bestandsomvang: 0 }, false],
  ['of a size that is not known', { bestandsomvang: null }, true],
  ['openbaar', { vertrouwelijkheidaanduiding: 'openbaar' }, true],
  ['intern, which is more open than zaakvertrouwelijk', { vertrouwelijkheidaanduiding: 'intern' }, true],
  ['vertrouwelijk', { vertrouwelijkheidaanduiding: 'vertrouwelijk' }, false],
  ['zeer geheim', { vertrouwelijkheidaanduiding: 'zeer_geheim' }, false],
  ['without a vertrouwelijkheidaanduiding', { vertrouwelijkheidaanduiding: '' }, false],
  ['sent today', { verzenddatum: '2026-11-25' }, true],
  ['sent tomorrow', { verzenddatum: '2026-11-26' }, false],
])('a document %s: %j is shown: %s', async (_, changes, isShown) => {
  registratie.add(changes)
  expect((await read()).documenten).toHaveLength(isShown ? 2 : 1)
})

test('the highest shown vertrouwelijkheidaanduiding is configurable', async () => {
  for (const titel of ['openbaar', 'beperkt_openbaar', 'intern', 'zaakvertrouwelijk']) {
    registratie.add({ titel, vertrouwelijkheidaanduiding: titel, creatiedatum: '2026-11-23' })
  }
  const upTo = async (hoogste: string) =>
    (await read({ PUBLIEKSPORTAAL_ZGW_VERTROUWELIJKHEID: hoogste })).titels.slice(1)
  expect(await upTo('openbaar')).toEqual(['openbaar'])
  expect(await upTo('beperkt_openbaar')).toEqual(['openbaar', 'beperkt_openbaar'])
})

test('a document whose soort is intern or not of the zaaktype is not shown', async () => {
  const { inkomend, intern } = registratie.soorten
  registratie.add({ titel: 'Aanvraag', informatieobjecttype: inkomend.informatieobjecttype })
  registratie.add({ titel: 'Advies', informatieobjecttype: intern.informatieobjecttype })
  registratie.add({
    titel: 'Nergens',
    informatieobjecttype: `${registratie.base}/catalogi/api/v1/informatieobjecttypen/x`,
  })
  expect((await read()).titels).toEqual(['Aanvraag', 'Ontvangstbevestiging'])
})

test.each<[string, { verzenddatum?: string; publicatiedatum?: string }, boolean]>([
  ['sent today', { verzenddatum: '2026-11-25' }, true],
  ['published today', { publicatiedatum: '2026-11-25' }, true],
  ['sent tomorrow', { verzenddatum: '2026-11-26', publicatiedatum: '2026-11-20' }, false],
  ['without a known bekendmaking', {}, false],
])('a document with a besluit %s is shown: %j, %s', async (_, dates, isShown) => {
  const { intern } = registratie.soorten
  // the soort of a besluit need not be a soort of the zaaktype
  const id = registratie.add({ informatieobjecttype: intern.informatieobjecttype })
  const besluit = registratie.decide([id], dates)
  const { documenten } = await read()
  expect(documenten.filter((document) => document.id === id)).toMatchObject(isShown ? [{ besluit }] : [])
})

test('a document of a besluit is listed once, also when the zaak does not relate to it', async () => {
  registratie.decide([registratie.add({ titel: 'Besluit' })], { verzenddatum: '2026-11-24' })
  expect((await read()).titels).toEqual(['Besluit', 'Ontvangstbevestiging'])
  registratie.relaties.length = 0
  expect((await read()).titels).toEqual(['Besluit', 'Ontvangstbevestiging'])
})

test('documents of another zaak are left out, also when a registratie ignores a filter', async () => {
  registratie.add()
  for (const relatie of registratie.relaties) relatie.zaak = `${registratie.base}/zaken/api/v1/zaken/other`
  registratie.answers.set('/zaken/api/v1/zaakinformatieobjecten', () => ({ status: 200, body: registratie.relaties }))
  expect((await read()).documenten).toEqual([OWN])

  const asked = registratie.add()
  const other = registratie.add()
  registratie.relaties.pop()
  const results = [asked, other].map((id) => registratie.documenten.get(id))
  const path = '/documenten/api/v1/enkelvoudiginformatieobjecten/_zoek'
  registratie.answers.set(path, () => ({ status: 200, body: { count: 2, next: null, previous: null, results } }))
  expect((await read()).documenten.map(({ id }) => id)).toEqual([asked, OWN.id])
})

const PATHS = [
  '/zaken/api/v1/zaken',
  '/zaken/api/v1/zaakinformatieobjecten',
  '/besluiten/api/v1/besluiten',
  '/besluiten/api/v1/besluitinformatieobjecten',
  '/catalogi/api/v1/zaaktype-informatieobjecttypen',
  '/documenten/api/v1/enkelvoudiginformatieobjecten/_zoek',
]

test.each(PATHS)(
  'when %s fails, the page reports missing documents and shows those of the zaaksysteem',
  async (path) => {
    registratie.decide([registratie.add()], { verzenddatum: '2026-11-24' })
    const away = { status: 302, headers: { Location: `${registratie.base}/elsewhere` } }
    for (const answer of [{ status: 500 }, { status: 403 }, { status: 404 }, away, { status: 200, body: 'x' }]) {
      registratie.answers.set(path, () => answer)
      expect(await read(), JSON.stringify(answer)).toMatchObject({ documenten: [OWN], onvolledig: 'onbereikbaar' })
    }
    expect(registratie.requests).not.toContain('GET /elsewhere')
    expect(warn).toHaveBeenCalledTimes(5)
  },
)

test('a registratie that refuses the token or does not answer is onbereikbaar', async () => {
  registratie.add()
  const wrong = { PUBLIEKSPORTAAL_ZGW_SECRET: 'x'.repeat(32) }
  const away = { PUBLIEKSPORTAAL_ZGW_ZAKEN_API: 'http://127.0.0.1:1/v1' }
  for (const changes of [wrong, away]) {
    expect(await read(changes)).toMatchObject({ documenten: [OWN], onvolledig: 'onbereikbaar' })
  }
  expect(warn.mock.calls[0]?.[0].err).toMatchObject({ code: 'zaken_403' })
})

test('a registratie that never answers is onbereikbaar after the timeout', async () => {
  registratie.add()
  registratie.answers.set('/zaken/api/v1/zaakinformatieobjecten', () => new Promise(() => undefined))
  expect(await read()).toMatchObject({ documenten: [OWN], onvolledig: 'onbereikbaar' })
})

test('an invalid or deleted document does not hide the others', async () => {
  registratie.add({ titel: 'Goed' })
  registratie.add({ titel: null })
  registratie.add({ creatiedatum: 'gisteren' })
  registratie.documenten.delete(registratie.add())
  expect(await read()).toMatchObject({ titels: ['Goed', 'Ontvangstbevestiging'], onvolledig: null })
})

test('a title is cleaned to one line and a file name to a safe one', async () => {
  registratie.add({
    titel: 'Brief\u202Egpj\r\nSet-Cookie: x',
    bestandsnaam: '..\\..\\CON\u202E.pdf',
    formaat: 'text/html; charset=utf-8\r\nX: y',
    _expand: { informatieobjecttype: { omschrijving: 'Brief\u202E naav' } },
  })
  registratie.add({
    titel: '\u200B',
    bestandsnaam: 'tekening.dwg',
    formaat: 'image/vnd.dwg',
    creatiedatum: '2026-11-21',
  })
  registratie.add({ titel: 'Besluit', bestandsnaam: '', creatiedatum: '2026-11-21' })
  expect((await read()).documenten).toMatchObject([
    {
      titel: 'BriefgpjSet-Cookie: x',
      formaat: 'application/octet-stream',
      zgw: { naam: '_CON.pdf', soort: 'Brief naav' },
    },
    { titel: 'tekening.dwg', zgw: { naam: 'tekening.dwg' } },
    { titel: 'Besluit', zgw: { naam: 'Besluit.pdf' } },
    {},
  ])
})

test('of 10,000 documents the newest 1,000 are read, 100 per call, and the page says so', async () => {
  for (let number = 0; number < 10_000; number += 1) {
    registratie.add({ titel: String(number), creatiedatum: '2026-11-20' })
    const day = new Date(Date.UTC(2000, 0, 1) + number * 86_400_000).toISOString()
    Object.assign(registratie.relaties.at(-1) as object, { registratiedatum: day })
  }
  const { documenten, titels, onvolledig } = await read()
  expect([documenten.length, onvolledig]).toEqual([1001, 'te_veel'])
  expect(titels).toContain('9999')
  expect(titels).toContain('9000')
  expect(registratie.requests.filter((request) => request.endsWith('_zoek'))).toHaveLength(10)
})

test('for one document only that one is requested, with the checks of the page', async () => {
  const [wanted, other] = [registratie.add(), registratie.add()]
  const find = async (id: string) => (await withZgwDocumenten(context(), ZAAK, id)).zaak.documenten.map((one) => one.id)
  expect(await find(wanted)).toEqual([wanted, OWN.id])
  Object.assign(registratie.documenten.get(other) as object, { status: 'in_bewerking' })
  expect(await find(other)).toEqual([OWN.id])
  registratie.requests.length = 0
  expect(await find('0192f0c8-0000-7000-8000-00000000000b')).toEqual([OWN.id])
  expect(registratie.requests.filter((request) => request.endsWith('_zoek'))).toEqual([])
})

test('a download streams the judged versie, whole or the requested range', async () => {
  const id = registratie.add()
  const open = (documentversie: number, headers = {}) =>
    openZgwDocument(context(), { document: { id, documentversie }, headers })
  expect(await (await open(1))?.text()).toBe('bytes of Brief')
  Object.assign(registratie.documenten.get(id) as object, { versie: 2 })
  expect((await open(1))?.status).toBe(404)

  const path = `/documenten/api/v1/enkelvoudiginformatieobjecten/${id}/download`
  registratie.answers.set(path, ({ headers }) => ({ status: 206, body: Buffer.from(headers.range ?? '') }))
  expect(await (await open(2, { Range: 'bytes=0-1' }))?.text()).toBe('bytes=0-1')
  registratie.answers.set(path, () => ({ status: 302, headers: { Location: `${registratie.base}/elsewhere` } }))
  expect((await open(2))?.status).toBe(302)
  const packed = { status: 200, body: gzipSync('x'), headers: { 'Content-Encoding': 'gzip' } }
  registratie.answers.set(path, () => packed)
  expect(await open(2)).toBeUndefined()
  expect(registratie.requests).not.toContain('GET /elsewhere')
})
