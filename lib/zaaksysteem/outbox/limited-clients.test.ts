import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { changeApiClient } from '../api-client/change-api-client.ts'
import { revokeApiClient } from '../api-client/revoke-api-client.ts'
import { createTestClient, testRights } from '../api-client/test-api-client.ts'
import { OPDRACHTREGEL as actor } from '../audit/recorded-transaction.ts'
import { addAbonnement } from '../delivery/test-delivery.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { numberGebeurtenissen } from './number-gebeurtenissen.ts'

const KAP = 'OMG-KAP'
const FEEST = 'APV-EVEN'
const STAND = 'APV-STAND'
let now = new Date('2026-11-25T09:00:00Z')
let ctx: TestZaaksysteem

const newHash = () => hashToken(randomBytes(32).toString('hex'))

beforeAll(async () => {
  const tokens = [
    `beperkt=${newHash()}:zaken.lezen:${KAP}`,
    `wisselt=${newHash()}:zaken.lezen:${KAP}`,
    `wisselt=${newHash()}:zaken.lezen:${FEEST}`,
    `verruimd=${newHash()}:zaken.lezen:${KAP}`,
    `verruimd=${newHash()}:zaken.lezen`,
  ]
  ctx = await createTestZaaksysteem({ clock: () => now, env: { ZAAKSYSTEEM_API_TOKENS: tokens.join(',') } })
})
beforeEach(() => ctx.db.abonnement.deleteMany())
afterAll(() => ctx.close())

/** Zaken of three zaaktypen are registered; @returns of which ones this abonnement gets the event, and in what status. */
async function givenTo(abonnementId: string) {
  for (const zaaktype of [KAP, FEEST, STAND]) await registerTestZaak(ctx, { zaaktype })
  await numberGebeurtenissen(ctx)
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
  'an abonnement on everything of the client %s in the environment gets what its tokens may read',
  async (client, wanted) => {
    expect(await givenTo(await addAbonnement(ctx, { client }))).toEqual(wanted)
  },
)

test('an abonnement on everything of a registered client gets events of its zaaktypen only', async () => {
  const { naam } = await createTestClient(ctx, { zaaktypen: [KAP, STAND] })
  expect(await givenTo(await addAbonnement(ctx, { client: naam }))).toEqual([`${KAP} wachtend`, `${STAND} wachtend`])
})

test('what it asks for itself narrows that, and cannot widen it', async () => {
  const { naam } = await createTestClient(ctx, { zaaktypen: [KAP, STAND] })
  const filters = [{ any: [{ exact: { zaaktype: FEEST } }, { exact: { zaaktype: KAP } }] }]
  expect(await givenTo(await addAbonnement(ctx, { client: naam, filters }))).toEqual([`${KAP} wachtend`])
})

test('a client for other event types gets nothing, whatever it registered for', async () => {
  const { naam } = await createTestClient(ctx, { types: [EVENT_TYPES.zaakHeropend] })
  const types = [EVENT_TYPES.zaakGeregistreerd]
  expect(await givenTo(await addAbonnement(ctx, { client: naam, types }))).toEqual([])
})

test('a client that is given less, or more, gets what is numbered after that by its new rights', async () => {
  const { id, naam } = await createTestClient(ctx)
  await changeApiClient(ctx, { id, rights: testRights(ctx, { zaaktypen: [FEEST] }), actor })
  const abonnement = await addAbonnement(ctx, { client: naam })
  expect(await givenTo(abonnement)).toEqual([`${FEEST} wachtend`])
  await changeApiClient(ctx, { id, rights: testRights(ctx, { types: [EVENT_TYPES.zaakGeregistreerd] }), actor })
  expect(await givenTo(abonnement)).toHaveLength(4)
})

test('a client that was withdrawn gets nothing, also by an abonnement that a sink agrees to afterwards', async () => {
  const { id, naam } = await createTestClient(ctx)
  await revokeApiClient(ctx, { id, actor })
  const abonnement = await addAbonnement(ctx, { client: naam, status: 'actief' })
  expect(new Set(await givenTo(abonnement))).toEqual(
    new Set([KAP, FEEST, STAND].map((zaaktype) => `${zaaktype} overgeslagen`)),
  )
})

test('nor does one that has expired, from that moment on', async () => {
  const { id, naam } = await createTestClient(ctx, { zaaktypen: [KAP] })
  const { verlooptOp } = await ctx.db.apiClient.findUniqueOrThrow({ where: { id } })
  const abonnement = await addAbonnement(ctx, { client: naam })
  now = new Date(verlooptOp.getTime() - 1)
  expect(await givenTo(abonnement)).toEqual([`${KAP} wachtend`])
  now = verlooptOp
  expect(await givenTo(abonnement)).toEqual([`${KAP} wachtend`, `${KAP} overgeslagen`])
})
