import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { parseEvents } from '#lib/content/examine-content.ts'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { mailEnv } from '../mail/test-mail.ts'
import { pushEnv } from '../push/apparaat/test-apparaat.ts'
import { storeZaak, updateKnownZaken } from '../sync/store-zaak.ts'
import { deliver } from '../sync/test-gebeurtenissen.ts'
import { statusGewijzigd } from '../test-bron.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { acceptEvents } from './accept-events.ts'
import { mailMoment } from './order-news.ts'

const BSN = '999990342'
const NOW = new Date('2026-11-25T10:00:00Z')
const NOTHING_ANSWERS = { ...mailEnv({ url: 'smtp://127.0.0.1:1' }), ...pushEnv({ origin: 'http://127.0.0.1:1' }) }
const PROOF = { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' }
let zaak: ZaakResource
const ctx = await openTestPublieksportaal({ clock: () => NOW, env: NOTHING_ANSWERS })
const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
const adres = { versleuteld: new Uint8Array(), sleutelId: '' }
const fields = {
  ...adres,
  taal: 'nl',
  bevestigdOp: NOW,
  afmeldcode: 'x',
  verzoeken: 1,
  verzoekenSinds: NOW,
} as const
await ctx.db.emailadres.create({ data: { burgerId, ...fields } })
const apparaat = { burgerId, versleuteld: new Uint8Array(), sleutelId: '', taal: 'nl', toegevoegdOp: NOW } as const
await ctx.db.apparaat.createMany({
  data: ['a', 'b'].map((endpointHash) => ({ ...apparaat, id: uuidv7(), endpointHash })),
})
beforeEach(async () => {
  await ctx.db.uitgaandeMail.deleteMany()
  await ctx.db.uitgaandePush.deleteMany()
  zaak = testZaak({ bsn: BSN, statuscodes: ['ontvangen', 'in_behandeling'] })
  await storeZaak(ctx, zaak, { alreadySeen: true })
})

const change = (sequence = 1, oudeStatus = 'in_behandeling', nieuweStatus = 'besluit_genomen') =>
  statusGewijzigd({ zaakId: zaak.uuid, oudeStatus, nieuweStatus, sequence })
function next(toelichting: string | null = null): ZaakResource {
  const gebeurtenisIds = [...zaak.statussen.map(({ gebeurtenisId }) => gebeurtenisId), uuidv7()]
  const statuscodes = ['ontvangen', 'in_behandeling', 'besluit_genomen']
  return testZaak({ uuid: zaak.uuid, bsn: BSN, statuscodes, gebeurtenisIds, toelichting })
}

test('a zaak that moves to another citizen mails the former one no more, and the new one from the beginning', async () => {
  const mails = () => ctx.db.uitgaandeMail.findMany({ select: { zaakId: true, vanVersie: true } })
  await deliver(ctx, change())
  expect(await mails()).toEqual([{ zaakId: zaak.uuid, vanVersie: 2 }])
  const elsewhere = { ...next(), initiator: { bsn: '999992806' } }
  await storeZaak(ctx, elsewhere)
  expect(await mails()).toEqual([])
  await storeZaak(ctx, { ...elsewhere, initiator: { bsn: BSN } })
  expect(await mails()).toEqual([{ zaakId: zaak.uuid, vanVersie: 0 }])
})

test.each<[string, () => Promise<unknown>]>([
  ['an event', () => deliver(ctx, change())],
  [
    'a batch in which it changes twice',
    () => {
      const { events } = parseEvents([change(1), change(2, 'besluit_genomen', 'ontvangen')], { inBatch: true })
      return acceptEvents(ctx, { events, proof: PROOF })
    },
  ],
  ['fetching it', () => storeZaak(ctx, next())],
  ['fetching it as one that is known', () => updateKnownZaken(ctx, [next()])],
])('a zaak that changes by %s orders one mail, and a push to each device, from the versie before', async (_, goOn) => {
  await goOn()
  const ordered = await ctx.db.uitgaandeMail.findMany()
  const volgendePoging = new Date(NOW.getTime() + 3 * 60_000)
  const since = { zaakId: zaak.uuid, vanVersie: 2, volgendePoging }
  expect(ordered).toMatchObject([{ soort: 'zaak', totVersie: null, ...since }])
  expect(await ctx.db.uitgaandePush.findMany()).toMatchObject([since, since])
})

test('in the demo a mail gathers changes for the configured time', () => {
  const env = { ...ctx.env, PUBLIEKSPORTAAL_MAIL_AFTER_SECONDS_DEMO_ONLY: 10 }
  expect(mailMoment({ ...ctx, env })).toBe('2026-11-25T10:00:10.000Z')
})

test('a new zaak orders its receipt; one from before the portal does not', async () => {
  const { uuid } = testZaak()
  await storeZaak(ctx, testZaak({ uuid, bsn: BSN }))
  expect(await ctx.db.uitgaandeMail.findMany()).toMatchObject([{ zaakId: uuid, vanVersie: 0 }])
})

test('a change without a new versie, such as a fetched toelichting, orders nothing', async () => {
  await storeZaak(ctx, next())
  await ctx.db.uitgaandeMail.deleteMany()
  const ids = (await ctx.db.status.findMany({ where: { zaakId: zaak.uuid }, orderBy: { versie: 'asc' } })).map(
    ({ gebeurtenisId }) => gebeurtenisId,
  )
  const statuscodes = ['ontvangen', 'in_behandeling', 'besluit_genomen']
  const fetched = { uuid: zaak.uuid, bsn: BSN, statuscodes, gebeurtenisIds: ids }
  expect(await updateKnownZaken(ctx, [testZaak({ ...fetched, toelichting: 'Hallo' })])).toContain(zaak.uuid)
  expect(await storeZaak(ctx, testZaak({ ...fetched, toelichting: 'Dag' }))).toBe('changed')
  expect(await ctx.db.uitgaandeMail.count()).toBe(0)
})
