import { beforeEach, expect, test } from 'vitest'
import type { Bewijssoort } from '#lib/contract/bewijzen.ts'
import { type GemeldBewijs, recordBewijzen } from '../../bewijs/record-bewijzen.ts'
import { addAbonnement } from '../../bezorging/test-abonnement.ts'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { LEZER, registerSoundZaak, registerTestZaak, TRACEPARENT } from '../test-zaak.ts'
import { findZaakDetail } from './find-zaak-detail.ts'

const START = new Date('2026-11-27T08:12:00Z')
let now = START
const ctx = await openTestZaaksysteem({ clock: () => now })
await addAbonnement(ctx)
beforeEach(async () => {
  now = START
  await ctx.db.bewijs.deleteMany()
})

const pass = (ms = 1_000) => {
  now = new Date(now.getTime() + ms)
}

async function report(gebeurtenisId: string, { soort = 'gezien' as Bewijssoort, client = 'publieksportaal' } = {}) {
  pass()
  const bewijzen: GemeldBewijs[] = [{ gebeurtenisId, soort, tijdstip: now }]
  const actor = { soort: 'api_client', id: client, traceparent: TRACEPARENT } as const
  expect(await recordBewijzen(ctx, { bewijzen, zaaktypen: undefined, actor })).toEqual(['recorded'])
  return now
}

async function deliver() {
  await distributeGebeurtenissen(ctx)
  await ctx.db.bezorging.updateMany({ data: { status: 'bezorgd', afgerondOp: now } })
}

async function deliveredZaak() {
  const zaak = await registerTestZaak(ctx)
  pass()
  const changed = await changeStatus(ctx, { ...zaak.change, versie: 1, statustype: 'in_behandeling' })
  if (!changed.ok) throw new Error(changed.reason)
  await deliver()
  return { id: zaak.id, first: zaak.gebeurtenisId, second: changed.gebeurtenisId }
}

/** Newest first. */
const seen = async (zaakId: string) =>
  (await findZaakDetail(ctx, zaakId, { lezer: LEZER }))?.history.map(({ bewijzen, nogNietGezien }) => ({
    bewijzen,
    nogNietGezien,
  }))

const NOTHING = { bewijzen: [], nogNietGezien: false }

test('without any report a change has no bewijs and no nogNietGezien', async () => {
  const { id } = await deliveredZaak()
  expect(await seen(id)).toEqual([NOTHING, NOTHING])
})

test('a change from before the first report has no nogNietGezien; a later one has', async () => {
  const old = await deliveredZaak()
  const other = await deliveredZaak()
  await report(other.second)
  const fresh = await deliveredZaak()
  expect(await seen(old.id)).toEqual([NOTHING, NOTHING])
  const unseen = { bewijzen: [], nogNietGezien: true }
  expect(await seen(fresh.id)).toEqual([unseen, unseen])
})

test('fetching a document counts as seeing the change that added it', async () => {
  const { id, second } = await deliveredZaak()
  const op = await report(second, { soort: 'document_opgehaald' })
  expect(await seen(id)).toMatchObject([
    { bewijzen: [{ soort: 'document_opgehaald', op }], nogNietGezien: false },
    { bewijzen: [], nogNietGezien: false },
  ])
})

test('each change has its bewijzen in order of time, one per soort, whichever client reported it', async () => {
  const { id, first, second } = await deliveredZaak()
  const gemaild = await report(second, { soort: 'gemaild' })
  const gezien = await report(second)
  await report(second, { client: 'ander portaal' })
  const geweigerd = await report(first, { soort: 'mail_geweigerd' })
  expect(await seen(id)).toEqual([
    {
      bewijzen: [
        { soort: 'gemaild', op: gemaild },
        { soort: 'gezien', op: gezien },
      ],
      nogNietGezien: false,
    },
    { bewijzen: [{ soort: 'mail_geweigerd', op: geweigerd }], nogNietGezien: false },
  ])
})

test('a seen change clears nogNietGezien of earlier changes; a newer change is still not seen', async () => {
  await report((await deliveredZaak()).second)
  const { id, first } = await deliveredZaak()
  await report(first)
  expect(await seen(id)).toMatchObject([{ nogNietGezien: true }, { nogNietGezien: false }])
  const later = await deliveredZaak()
  await report(later.second)
  expect(await seen(later.id)).toMatchObject([{ nogNietGezien: false }, { nogNietGezien: false }])
})

test('a view by a gemachtigde is a bewijs of its own, and does not count as seen by the aanvrager', async () => {
  const { id, first, second } = await deliveredZaak()
  const seenFor = await report(first, { soort: 'gezien_door_gemachtigde' })
  const gezien = await report(first)
  await report(second, { soort: 'gezien_door_gemachtigde' })
  expect(await seen(id)).toMatchObject([
    { bewijzen: [{ soort: 'gezien_door_gemachtigde' }], nogNietGezien: false },
    {
      bewijzen: [
        { soort: 'gezien_door_gemachtigde', op: seenFor },
        { soort: 'gezien', op: gezien },
      ],
    },
  ])
})

test('nogNietGezien needs a bezorging that succeeded, and holds for a company as for a citizen', async () => {
  await report((await deliveredZaak()).second)
  const underway = await registerTestZaak(ctx)
  expect(await seen(underway.id)).toEqual([NOTHING])
  const aanvrager = { naam: 'Bakkerij Mol', kvkNummer: '69599084' }
  const zaak = { zaaktype: 'APV-STAND', omschrijving: 'Broodkraam', aanvrager, traceparent: TRACEPARENT }
  const company = await registerSoundZaak(ctx, zaak)
  await deliver()
  expect(await seen(company.id)).toMatchObject([{ nogNietGezien: true }])
})
