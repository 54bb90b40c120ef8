import { afterEach, beforeEach, expect, test } from 'vitest'
import { webhookUrl } from '#lib/publieksportaal/env.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { addAbonnement } from '#lib/zaaksysteem/bezorging/test-abonnement.ts'
import { distributeGebeurtenissen } from '#lib/zaaksysteem/outbox/distribute-gebeurtenissen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { NOTHING, readBegin, readCijfers } from './read-cijfers.ts'

let zaaksysteem: TestZaaksysteem
let portal: TestPublieksportaal

beforeEach(async () => {
  zaaksysteem = await createTestZaaksysteem()
  portal = await createTestPublieksportaal()
  await addAbonnement(zaaksysteem, { sink: webhookUrl(portal.env) })
  await addAbonnement(zaaksysteem, { sink: 'https://another.example/' })
})
afterEach(async () => {
  await zaaksysteem.close()
  await portal.close()
})

/** Stores event `id` as received by the portal. */
const receive = (id: string, credentialtype: string) =>
  portal.db.ontvangenGebeurtenis.create({
    data: {
      source: portal.env.PUBLIEKSPORTAAL_BRON,
      ...{ id, type: 't', bodySha256: '', credentialtype, kid: 'k', ontvangenOp: new Date() },
    },
  })

const refuse = (aantal: number) =>
  portal.db.afwijzingTelling.create({
    data: { minuut: new Date(aantal), reden: 'invalid_token', bron: '', aantal, laatsteOp: new Date() },
  })

test('each event is received, in flight or lost, and only an event that the portal lacks counts as lost', async () => {
  await registerTestZaak(zaaksysteem)
  await refuse(3)
  const begin = await readBegin({ zaaksysteem, portal })
  for (let i = 0; i < 5; i++) await registerTestZaak(zaaksysteem)
  await distributeGebeurtenissen(zaaksysteem)
  const events = await zaaksysteem.db.gebeurtenis.findMany({ orderBy: { sequence: 'asc' }, skip: 1 })
  const [arrived, answerLost, fetched, lost] = events.map(({ id }) => id) as [string, string, string, string]
  const sent = (gebeurtenisId: string, status: 'bezorgd' | 'wachtend' | 'mislukt', pogingen: number) =>
    zaaksysteem.db.bezorging.updateMany({
      where: { gebeurtenisId, abonnement: { sink: webhookUrl(portal.env) } },
      data: { status, pogingen },
    })
  await sent(arrived, 'bezorgd', 2)
  await receive(arrived, 'JWT')
  await sent(answerLost, 'wachtend', 1)
  await receive(answerLost, 'JWT')
  await sent(fetched, 'mislukt', 4)
  await receive(fetched, 'OPGEHAALD')
  await sent(lost, 'mislukt', 4)
  await refuse(4)

  expect(await readCijfers({ zaaksysteem, portal }, begin, NOTHING)).toEqual({
    isKnown: true,
    nogmaals: 0,
    wijzigingen: 5,
    pogingen: 11,
    ontvangen: 3,
    opgehaald: 1,
    geweigerd: [{ reden: 'invalid_token', aantal: 4 }],
    onderweg: 1,
    kwijt: 1,
  })
})

test("while the portal's database is down, known events stay received and the rest is in flight", async () => {
  const begin = await readBegin({ zaaksysteem, portal })
  for (let i = 0; i < 3; i++) await registerTestZaak(zaaksysteem)
  const gone = { ...portal, pool: { query: () => Promise.reject(new Error('gone')) } as unknown as typeof portal.pool }
  const cijfers = await readCijfers({ zaaksysteem, portal: gone }, begin, { ...NOTHING, ontvangen: 1 })
  expect(cijfers).toMatchObject({ isKnown: false, wijzigingen: 3, ontvangen: 1, onderweg: 2, kwijt: 0 })
})
