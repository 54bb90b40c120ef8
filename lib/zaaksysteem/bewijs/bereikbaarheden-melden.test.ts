import { expect, test } from 'vitest'
import { answerApi } from '../openapi/operations.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { findZaakDetail } from '../zaak/detail/find-zaak-detail.ts'
import { LEZER, registerTestZaak } from '../zaak/test-zaak.ts'

const ctx = await openTestZaaksysteem({ scopes: 'zaken.lezen:APV-STAND+bewijzen.melden' })

async function report(bereikbaarheden: object[]) {
  const headers = { Authorization: `Bearer ${ctx.apiToken}`, 'Content-Type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify({ bereikbaarheden }) }
  const response = await answerApi(ctx, new Request('http://localhost/api/zaaksysteem/v1/bereikbaarheden', init))
  return { status: response.status, answer: await response.json() }
}
const shown = async (zaakId: string) => (await findZaakDetail(ctx, zaakId, { lezer: LEZER }))?.bereikbaar

test('the desk shows the last reported bereikbaarheid of a zaak, and null before the first report', async () => {
  const { id: zaakId } = await registerTestZaak(ctx)
  expect(await shown(zaakId)).toBeNull()
  const first = { zaakId, portaalGebruikt: true, emailBevestigd: false }
  expect(await report([first])).toEqual({ status: 200, answer: { zaakIds: [zaakId] } })
  expect(await shown(zaakId)).toEqual({ portaal: true, email: false })
  for (const _ of [1, 2]) await report([{ ...first, emailBevestigd: true }])
  expect(await shown(zaakId)).toEqual({ portaal: true, email: true })
  await report([{ zaakId, portaalGebruikt: false, emailBevestigd: false }])
  expect(await shown(zaakId)).toEqual({ portaal: false, email: false })
  expect(await ctx.db.auditregel.count({ where: { handeling: 'bereikbaarheid_melden' } })).toBe(4)
})

test('an unknown zaak and a zaak outside the token are skipped, and the others are recorded', async () => {
  const [own, foreign] = [await registerTestZaak(ctx), await registerTestZaak(ctx, { zaaktype: 'OMG-KAP' })]
  const facts = { portaalGebruikt: true, emailBevestigd: true }
  const zaakIds = [foreign.id, own.id, crypto.randomUUID()]
  const { answer } = await report(zaakIds.map((zaakId) => ({ zaakId, ...facts })))
  expect(answer).toEqual({ zaakIds: [own.id] })
  expect(await shown(foreign.id)).toBeNull()
})

test('a report with an address, or any other extra member, is refused', async () => {
  const { id: zaakId } = await registerTestZaak(ctx)
  const facts = { zaakId, portaalGebruikt: true, emailBevestigd: true }
  expect((await report([{ ...facts, adres: 'j@devries.example' }])).status).toBe(400)
  expect(await shown(zaakId)).toBeNull()
})
