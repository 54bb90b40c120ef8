import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { PublieksportaalEnv } from '../env.ts'
import { findInkomend, storeInRegistratie } from './store-in-registratie.ts'
import { NOW, startTestRegistratie } from './test-registratie.ts'

const registratie = await startTestRegistratie()
beforeEach(() => registratie.clear())
afterAll(() => registratie.close())

const context = () => ({ env: registratie.env as unknown as PublieksportaalEnv, clock: () => NOW })

function newBestand(size = 200_001) {
  const bytes = randomBytes(size)
  async function* read() {
    for (let start = 0; start < size; start += 65_536) yield bytes.subarray(start, start + 65_536)
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const ontvangenOp = new Date('2026-11-24T23:30:00Z')
  const given = { id: randomUUID(), naam: 'Tekening.pdf', formaat: 'application/pdf', grootte: size }
  return { content: bytes, bestand: { ...given, sha256, ontvangenOp, bytes: read } }
}

async function store(bestand: ReturnType<typeof newBestand>['bestand']) {
  const inkomend = await findInkomend(context(), registratie.zaak.identificatie)
  if (!inkomend) throw new Error('The registratie has no place for the bestand')
  await storeInRegistratie(context(), inkomend, { bestand, signal: AbortSignal.timeout(10_000) })
}

const DOCUMENTEN = '/documenten/api/v1/enkelvoudiginformatieobjecten'
const RELATIES = '/zaken/api/v1/zaakinformatieobjecten'

test.each([0, 1, 2, 3, 65_536, 200_001])(
  'a bestand of %i bytes is stored whole among the documents of its zaak',
  async (size) => {
    const { bestand, content } = newBestand(size)
    await store(bestand)
    const [document] = [...registratie.documenten.values()]
    expect(document).toMatchObject({
      identificatie: bestand.id,
      bronorganisatie: '517439943',
      titel: 'Tekening.pdf',
      bestandsnaam: 'Tekening.pdf',
      bestandsomvang: size,
      formaat: 'application/pdf',
      // 00:30 in Amsterdam
      ontvangstdatum: '2026-11-25',
      status: 'definitief',
      vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
      integriteit: { algoritme: 'sha_256', waarde: bestand.sha256 },
      informatieobjecttype: registratie.soorten.inkomend.informatieobjecttype,
    })
    expect(registratie.relaties).toMatchObject([{ zaak: registratie.zaak.url, informatieobject: document?.url }])
    expect(registratie.bytesOf.get(document?.url.slice(-36) as string)?.equals(content)).toBe(true)
  },
)

test('a retry after any interruption makes no duplicate', async () => {
  const { bestand } = newBestand()
  await store(bestand)
  await store(bestand)
  expect([registratie.documenten.size, registratie.relaties.length]).toEqual([1, 1])

  // an attempt that ended between the document and its relation
  registratie.relaties.length = 0
  await store(bestand)
  expect([registratie.documenten.size, registratie.relaties.length]).toEqual([1, 1])
})

test.each<[string, number]>([
  [DOCUMENTEN, 500],
  [DOCUMENTEN, 403],
  [DOCUMENTEN, 413],
  [RELATIES, 500],
])('when %s answers %i the bestand is not stored, and a later attempt stores it', async (path, status) => {
  const { bestand } = newBestand()
  registratie.answers.set(path, ({ method }) => (method === 'POST' ? { status } : undefined))
  await expect(store(bestand)).rejects.toMatchObject({ code: expect.stringContaining(`_${status}`) })
  expect(registratie.relaties).toEqual([])
  registratie.answers.clear()
  await store(bestand)
  expect([registratie.documenten.size, registratie.relaties.length]).toEqual([1, 1])
})

test('a document of another size under the same identificatie is refused', async () => {
  const { bestand } = newBestand()
  registratie.add({ identificatie: bestand.id, bronorganisatie: '517439943' })
  await expect(store(bestand)).rejects.toMatchObject({ code: 'documenten_other_bytes' })
})

test('a bestand whose bytes cannot be read stores nothing', async () => {
  const { bestand } = newBestand()
  async function* broken() {
    yield* bestand.bytes()
    throw new Error('The store is away')
  }
  await expect(store({ ...bestand, bytes: broken })).rejects.toThrow()
  expect(registratie.documenten.size).toBe(0)
})

test('without the zaak or an inkomend soort in the registratie there is no place for a bestand', async () => {
  const { identificatie } = registratie.zaak
  expect(await findInkomend(context(), 'ZAAK-2026-2')).toBeUndefined()
  registratie.answers.set('/catalogi/api/v1/zaaktype-informatieobjecttypen', () => ({
    status: 200,
    body: { next: null, results: [registratie.soorten.uitgaand] },
  }))
  expect(await findInkomend(context(), identificatie)).toBeUndefined()
  registratie.answers.set('/zaken/api/v1/zaken', () => ({ status: 500 }))
  await expect(findInkomend(context(), identificatie)).rejects.toMatchObject({ code: 'zaken_500' })
})
