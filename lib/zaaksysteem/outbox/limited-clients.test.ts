import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { changeApiClient } from '../api-client/change-api-client.ts'
import { revokeApiClient } from '../api-client/revoke-api-client.ts'
import { createTestClient, testRights } from '../api-client/test-api-client.ts'
import { OPDRACHTREGEL as actor } from '../audit/recorded-transaction.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { openTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { pauseExpired } from '../upkeep/run-upkeep.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { distributeGebeurtenissen } from './distribute-gebeurtenissen.ts'

const KAP = 'OMG-KAP'
const FEEST = 'APV-EVEN'
const STAND = 'APV-STAND'
let now = new Date('2026-11-25T09:00:00Z')

const newHash = () => hashToken(randomBytes(32).toString('hex'))

const tokens = [
  `beperkt=${newHash()}:zaken.lezen:${KAP}`,
  `wisselt=${newHash()}:zaken.lezen:${KAP}`,
  `wisselt=${newHash()}:zaken.lezen:${FEEST}`,
  `verruimd=${newHash()}:zaken.lezen:${KAP}`,
  `verruimd=${newHash()}:zaken.lezen`,
]
const ctx = await openTestZaaksysteem({ clock: () => now, env: { ZAAKSYSTEEM_API_TOKENS: tokens.join(',') } })
beforeEach(() => ctx.db.abonnement.deleteMany())

/**
 * Registers zaken of three zaaktypen, and returns those whose event this abonnement gets, with the status
 * of the bezorging.
 */
async function givenTo(abonnementId: string, worker = ctx) {
  for (const zaaktype of [KAP, FEEST, STAND]) await registerTestZaak(ctx, { zaaktype })
  await distributeGebeurtenissen(worker)
  const { rows } = await ctx.pool.query<{ zaaktype: string; status: string }>(
    `select zaaktype, bezorging.status from bezorging join zaak on zaak.id = zaak_id
     where abonnement_id = $1 order by sequence`,
    [abonnementId],
  )
  return rows.map(({ zaaktype, status }) => `${zaaktype} ${status}`)
}

test.each([
  ['beperkt', [`${KAP} wachtend`]],
  ['wisselt', [`${KAP} wachtend`, `${FEEST} wachtend`]],
  ['verruimd', [`${KAP} wachtend`, `${FEEST} wachtend`, `${STAND} wachtend`]],
])(
  'an unfiltered abonnement of the environment client %s gets the events that its tokens may read',
  async (client, wanted) => {
    expect(await givenTo(await addAbonnement(ctx, { client }))).toEqual(wanted)
  },
)

test('an unfiltered abonnement of a registered client gets events of its zaaktypen only', async () => {
  const { naam } = await createTestClient(ctx, { zaaktypen: [KAP, STAND] })
  expect(await givenTo(await addAbonnement(ctx, { client: naam }))).toEqual([`${KAP} wachtend`, `${STAND} wachtend`])
})

test('filters of an abonnement narrow the rights of its client, and cannot widen them', async () => {
  const { naam } = await createTestClient(ctx, { zaaktypen: [KAP, STAND] })
  const filters = [{ any: [{ exact: { zaaktype: FEEST } }, { exact: { zaaktype: KAP } }] }]
  expect(await givenTo(await addAbonnement(ctx, { client: naam, filters }))).toEqual([`${KAP} wachtend`])
})

test('a client for other event types gets nothing, also with an abonnement on all types', async () => {
  const { naam } = await createTestClient(ctx, { types: [EVENT_TYPES.heropening] })
  const types = [EVENT_TYPES.registratie]
  expect(await givenTo(await addAbonnement(ctx, { client: naam, types }))).toEqual([])
})

test('after a change of rights a client gets later events by its new rights', async () => {
  const { id, naam } = await createTestClient(ctx)
  await changeApiClient(ctx, { id, rights: testRights(ctx, { zaaktypen: [FEEST] }), actor })
  const abonnement = await addAbonnement(ctx, { client: naam })
  expect(await givenTo(abonnement)).toEqual([`${FEEST} wachtend`])
  await changeApiClient(ctx, { id, rights: testRights(ctx, { types: [EVENT_TYPES.registratie] }), actor })
  expect(await givenTo(abonnement)).toHaveLength(4)
})

test('a revoked client gets nothing, also on an abonnement with a later toestemming', async () => {
  const { id, naam } = await createTestClient(ctx)
  await revokeApiClient(ctx, { id, actor })
  const abonnement = await addAbonnement(ctx, { client: naam, status: 'actief' })
  expect(new Set(await givenTo(abonnement))).toEqual(
    new Set([KAP, FEEST, STAND].map((zaaktype) => `${zaaktype} overgeslagen`)),
  )
})

test('an expired client gets nothing from that moment on', async () => {
  const { id, naam } = await createTestClient(ctx, { zaaktypen: [KAP] })
  const { verlooptOp } = await ctx.db.apiClient.findUniqueOrThrow({ where: { id } })
  const abonnement = await addAbonnement(ctx, { client: naam })
  now = new Date(verlooptOp.getTime() - 1)
  expect(await givenTo(abonnement)).toEqual([`${KAP} wachtend`])
  now = verlooptOp
  expect(await givenTo(abonnement)).toEqual([`${KAP} wachtend`, `${KAP} overgeslagen`])
})

/** A process that was restarted without the client in its environment. */
const without = (client: string): TestZaaksysteem => ({
  ...ctx,
  env: {
    ...ctx.env,
    ZAAKSYSTEEM_API_TOKENS: ctx.env.ZAAKSYSTEEM_API_TOKENS.filter((entry) => entry.client !== client),
  },
})
const stateOf = async (id: string) => {
  const { status, statusreden } = await ctx.db.abonnement.findUniqueOrThrow({ where: { id } })
  return [status, statusreden]
}

test('a client that was removed from the environment gets nothing, because its limit is gone too', async () => {
  const abonnement = await addAbonnement(ctx, { client: 'beperkt' })
  expect(new Set(await givenTo(abonnement, without('beperkt')))).toEqual(
    new Set([KAP, FEEST, STAND].map((zaaktype) => `${zaaktype} overgeslagen`)),
  )
})

test('the abonnement of a client that was removed from the environment is paused until the client is back', async () => {
  const abonnement = await addAbonnement(ctx, { client: 'beperkt' })
  const others = ['balie', 'oauth:portaal', 'wisselt', (await createTestClient(ctx)).naam]
  const ids = await Promise.all(others.map((client) => addAbonnement(ctx, { client })))
  await pauseExpired(without('beperkt'))
  expect(await stateOf(abonnement)).toEqual(['gepauzeerd', 'client_revoked'])
  await pauseExpired(ctx)
  for (const id of [abonnement, ...ids]) expect(await stateOf(id)).toEqual(['actief', null])
})

test('that abonnement also resumes when the client is made at the desk, and is paused by revoking it there', async () => {
  const elsewhere = without('beperkt')
  const abonnement = await addAbonnement(ctx, { client: 'beperkt' })
  await pauseExpired(elsewhere)
  const { id } = await createTestClient(elsewhere, { naam: 'beperkt' })
  await pauseExpired(elsewhere)
  expect(await stateOf(abonnement)).toEqual(['actief', null])
  await revokeApiClient(elsewhere, { id, actor })
  await pauseExpired(elsewhere)
  expect(await stateOf(abonnement)).toEqual(['gepauzeerd', 'client_revoked'])
})
