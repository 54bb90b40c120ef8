import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Bewijssoort } from '#lib/contract/bewijzen.ts'
import { type GemeldBewijs, recordBewijzen } from '../../bewijs/record-bewijzen.ts'
import { addAbonnement } from '../../bezorging/test-abonnement.ts'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { createTestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../../zaak/handeling/change-status.ts'
import { LEZER, registerSoundZaak, registerTestZaak, TRACEPARENT } from '../../zaak/test-zaak.ts'
import { findZaakDetail } from './find-zaak-detail.ts'

const START = new Date('2026-11-27T08:12:00Z')
let now = START
const ctx = await createTestZaaksysteem({ clock: () => now })
await addAbonnement(ctx)
beforeEach(async () => {
  now = START
  await ctx.db.bewijs.deleteMany()
})
afterAll(() => ctx.close())

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

/** A zaak with two changes, both of which were delivered. */
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

test('while nobody reports what was seen, nothing is said of it', async () => {
  const { id } = await deliveredZaak()
  expect(await seen(id)).toEqual([NOTHING, NOTHING])
})

test('of a change from before the first report nothing is said; a later one is not seen yet', async () => {
  const old = await deliveredZaak()
  const other = await deliveredZaak()
  await report(other.second)
  const fresh = await deliveredZaak()
  expect(await seen(old.id)).toEqual([NOTHING, NOTHING])
  const unseen = { bewijzen: [], nogNietGezien: true }
  expect(await seen(fresh.id)).toEqual([unseen, unseen])
})

test('whose document was fetched has seen the change that added it', async () => {
  const { id, second } = await deliveredZaak()
  const op = await report(second, { soort: 'document_opgehaald' })
  expect(await seen(id)).toMatchObject([
    { bewijzen: [{ soort: 'document_opgehaald', op }], nogNietGezien: false },
    { bewijzen: [], nogNietGezien: false },
  ])
})

test('each change says what became of it, in order of time, and each soort once, whoever reported it', async () => {
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

test('who saw a later change needs not have seen an earlier one; a newer one is not seen yet', async () => {
  await report((await deliveredZaak()).second)
  const { id, first } = await deliveredZaak()
  await report(first)
  expect(await seen(id)).toMatchObject([{ nogNietGezien: true }, { nogNietGezien: false }])
  const later = await deliveredZaak()
  await report(later.second)
  expect(await seen(later.id)).toMatchObject([{ nogNietGezien: false }, { nogNietGezien: false }])
})

test('what a gemachtigde saw is told apart from what the aanvrager saw, and is not waited for', async () => {
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

test('what has not arrived is not waited for; what a company has is, as that of a citizen', async () => {
  await report((await deliveredZaak()).second)
  const underway = await registerTestZaak(ctx)
  expect(await seen(underway.id)).toEqual([NOTHING])
  const aanvrager = { naam: 'Bakkerij Mol', kvkNummer: '69599084' }
  const zaak = { zaaktype: 'APV-STAND', omschrijving: 'Broodkraam', aanvrager, traceparent: TRACEPARENT }
  const company = await registerSoundZaak(ctx, zaak)
  await deliver()
  expect(await seen(company.id)).toMatchObject([{ nogNietGezien: true }])
})
