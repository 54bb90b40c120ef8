import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import { storeBestand } from '../../../bestand/store-bestand.ts'
import { answerApi } from '../../../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { addInternDocument, withdrawInternDocument } from '../../intern/intern-document.ts'
import { registerTestZaak, TRACEPARENT } from '../../test-zaak.ts'

const NOW = new Date('2026-11-26T10:00:00Z')
const CLIENTS = {
  dms: 'zaken.internedocumenten.lezen',
  kap: 'zaken.lezen:OMG-KAP+zaken.internedocumenten.lezen',
  portaal: 'zaken.lezen+zaken.documenten.lezen+zaken.documenten.toevoegen+zaken.inzenden',
}
const TOKENS = { dms: testSecret(), kap: testSecret(), portaal: testSecret() }

let ctx: TestZaaksysteem
beforeAll(async () => {
  const tokens = Object.entries(TOKENS).map(([client, token]) => {
    return `${client}=${hashToken(token)}:${CLIENTS[client as keyof typeof CLIENTS]}`
  })
  ctx = await createTestZaaksysteem({ clock: () => NOW, env: { ZAAKSYSTEEM_API_TOKENS: tokens.join(',') } })
})
afterAll(() => ctx.close())

async function get(path: string, { client = 'dms', range }: { client?: keyof typeof TOKENS; range?: string } = {}) {
  const headers = { Authorization: `Bearer ${TOKENS[client]}`, ...(range && { Range: range }) }
  return answerApi(ctx, new Request(`http://localhost/api/zaaksysteem/v1/zaken/${path}`, { headers }))
}
const problem = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]

async function withAdvies(text: string) {
  const zaak = await registerTestZaak(ctx)
  const stored = await storeBestand(ctx, { zaakId: zaak.id, naam: 'x', bytes: Readable.from([Buffer.from(text)]) })
  if (!stored.ok) throw new Error(stored.reason)
  const act = { zaakId: zaak.id, door: { behandelaarId: zaak.behandelaarId }, traceparent: TRACEPARENT }
  const advies = { titel: 'Advies van de brandweer', informatieobjecttype: 'advies' }
  const added = await addInternDocument(ctx, { ...act, ...advies, bestand: stored.bestand.id })
  if (!added.ok) throw new Error(added.reason)
  return { act, advies, bestand: stored.bestand, path: `${zaak.id}/internedocumenten`, document: added.document }
}
const listed = async (path: string) => ((await (await get(path)).json()) as { documenten: object[] }).documenten

test('a client with the scope reads the list of interne documenten until they are withdrawn, and their bytes whole and in ranges', async () => {
  const { act, advies, bestand, path, document } = await withAdvies('Let op de nooduitgang')
  expect(await listed(path)).toEqual([
    {
      id: document,
      ...advies,
      richting: 'intern',
      datum: '2026-11-26',
      formaat: bestand.formaat,
      grootte: bestand.grootte,
      sha256: bestand.sha256,
      vertrouwelijkheidaanduiding: 'vertrouwelijk',
      aanvulling: null,
      versie: 1,
      leesbaar: true,
    },
  ])
  const whole = await get(`${path}/${document}`)
  expect([whole.status, await whole.text()]).toEqual([200, 'Let op de nooduitgang'])
  expect(whole.headers.get('Content-Disposition')).toContain('attachment')
  const part = await get(`${path}/${document}`, { range: 'bytes=7-' })
  expect([part.status, await part.text()]).toEqual([206, 'de nooduitgang'])
  const looks = await ctx.db.auditregel.findMany({
    where: { zaakId: act.zaakId, actor: 'dms' },
    orderBy: { handeling: 'desc' },
  })
  expect(looks.map(({ handeling, objectId, betrokkene }) => [handeling, objectId, betrokkene !== null])).toEqual([
    ['zaak_bekijken', null, true],
    ['document_lezen', document, true],
  ])

  await withdrawInternDocument(ctx, { ...act, document, reden: 'Van een andere zaak.' })
  expect(await listed(path)).toEqual([])
  expect(await problem(await get(`${path}/${document}`))).toEqual([404, 'document_not_found'])
})

test('documents of the aanvrager are listed; an infected one is listed but not served', async () => {
  const { act, path, document } = await withAdvies('Mijn plattegrond')
  const data = { richting: 'inkomend', bestand: { update: { virusscan: 'besmet' } } } as const
  await ctx.db.document.update({ where: { id: document }, data })
  expect(await listed(path)).toMatchObject([{ id: document, richting: 'inkomend', leesbaar: false }])
  expect(await problem(await get(`${path}/${document}`))).toEqual([404, 'document_not_found'])
  const looks = await ctx.db.auditregel.count({ where: { zaakId: act.zaakId, handeling: 'document_lezen' } })
  expect(looks).toBe(0)
})

test('a portal token reads none, and a document of another zaak or zaaktype is not found', async () => {
  const { path, document } = await withAdvies('Nog een advies')
  for (const asked of [path, `${path}/${document}`])
    expect(await problem(await get(asked, { client: 'portaal' }))).toEqual([403, 'scope_missing'])
  expect(await problem(await get(path, { client: 'kap' }))).toEqual([404, 'zaak_not_found'])
  expect(await problem(await get(`${path}/${document}`, { client: 'kap' }))).toEqual([404, 'document_not_found'])
  const { path: others } = await withAdvies('Een advies elders')
  expect(await problem(await get(`${others}/${document}`))).toEqual([404, 'document_not_found'])
  expect(await problem(await get(`${crypto.randomUUID()}/internedocumenten`))).toEqual([404, 'zaak_not_found'])
})
