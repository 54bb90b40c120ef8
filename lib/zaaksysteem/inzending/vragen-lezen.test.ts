import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { clearAuditregels } from '../audit/test-auditregels.ts'
import { answerApi } from '../openapi/operations.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'

const NOW = new Date('2026-11-26T10:00:00Z')
const ctx = await openTestZaaksysteem({
  clock: () => NOW,
  scopes: 'zaken.lezen:APV-STAND:OMG-REG+zaken.inzenden+zaken.beantwoorden',
})

async function call(method: string, path: string, body?: object) {
  const headers = {
    Authorization: `Bearer ${ctx.apiToken}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': uuidv7(),
  }
  const url = `http://localhost/api/zaaksysteem/v1${path}`
  const response = await answerApi(ctx, new Request(url, { method, headers, body: body && JSON.stringify(body) }))
  return { status: response.status, body: await response.json() }
}

const ask = (zaakId: string, kenmerk: string, tijdstip: string) =>
  call('POST', `/zaken/${zaakId}/inzendingen`, { soort: 'vraag', kenmerk, tijdstip, tekst: `Vraag ${kenmerk}?` })

test('open vragen are read oldest first, with the versie to answer with, and each read is recorded', async () => {
  const [one, other, elsewhere] = await Promise.all(
    ['APV-STAND', 'OMG-REG', 'OMG-KAP'].map((zaaktype) => registerTestZaak(ctx, { zaaktype })),
  )
  if (!one || !other || !elsewhere) throw new Error('a zaak was not registered')
  await ask(one.id, 'LATER', '2026-11-26T09:00:00Z')
  await ask(other.id, 'FIRST', '2026-11-26T08:00:00Z')
  expect((await ask(elsewhere.id, 'ELSEWHERE', '2026-11-26T08:00:00Z')).status).toBe(404)
  await clearAuditregels(ctx)
  const { status, body } = await call('GET', '/vragen')
  expect(status).toBe(200)
  expect(body.vragen).toMatchObject([
    { zaak: other.id, versie: 1, kenmerk: 'FIRST', tekst: 'Vraag FIRST?', tijdstip: '2026-11-26T08:00:00.000Z' },
    { zaak: one.id, versie: 1, kenmerk: 'LATER', doorGemachtigde: false },
  ])
  expect(JSON.stringify(body)).not.toContain('bsn')
  expect(await ctx.db.auditregel.count({ where: { handeling: 'zaak_bekijken' } })).toBe(2)

  const answer = { versie: 1, statustoelichting: 'Dat hoeft niet.' }
  expect(await call('POST', `/zaken/${other.id}/antwoorden`, answer)).toMatchObject({ status: 201 })
  expect(await call('POST', `/zaken/${other.id}/antwoorden`, { ...answer, versie: 2 })).toMatchObject({
    status: 409,
    body: { code: 'no_vraag_open' },
  })
  expect((await call('GET', '/vragen')).body.vragen).toMatchObject([{ kenmerk: 'LATER' }])
})
