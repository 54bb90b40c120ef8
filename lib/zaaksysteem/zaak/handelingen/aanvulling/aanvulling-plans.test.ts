import { expect } from 'vitest'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Filling, testPlans } from '#lib/platform/postgres/test-plans.ts'
import { completeAanvulling } from '../../../inzending/complete-aanvulling.ts'
import { recordInzending } from '../../../inzending/record-inzending.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { TRACEPARENT } from '../../test-zaak.ts'
import { receiveAanvulling } from './receive-aanvulling.ts'

const NOW = new Date('2036-11-25T09:00:00Z')
const TODAY = dateInAmsterdam(NOW)
const MANY_ZAKEN = 1500
const FEW_ZAKEN = 20
/** More rows than one zaak has, and fewer than one row of each zaak. */
const LIMIT = 500

/** Zaken that are suspended for one aanvulling, reported as sent, with a bestand that was uploaded for it. */
const ASKED = `
  with nieuw as (
    insert into zaak (id, identificatie, zaaktype, omschrijving, aanvrager_naam, aanvrager_bsn, startdatum,
      einddatum_gepland, uiterlijke_einddatum, statustype, statuscode, team, gewijzigd_op, versie, opschorting,
      opgeschort_op, opgeschort_tot)
    select gen_random_uuid(), gen_random_uuid(), 'APV-STAND', 'Vis', '', '999990342', $2::date, $2::date, $2::date,
      'ontvangen', 'ontvangen', '', $2::date, 2, 'aanvulling', $2::date, $2::date
    from generate_series(1, $1::int)
    returning *
  ), gevraagd as (
    insert into aanvulling (id, zaak_id, versie, volgnummer, naam) select gen_random_uuid(), id, 2, 1, 'Foto' from nieuw
    returning id, zaak_id
  ), gemeld as (
    insert into inzending (id, zaak_id, client, kenmerk, soort, aanvulling_ids, tijdstip, ontvangen_op)
    select gen_random_uuid(), zaak_id, 'portaal', id, 'aanvulling', array[id], $2::date, $2::date from gevraagd
  ), gestuurd as (
    insert into bestand (id, zaak_id, inzender, status, naam, formaat, grootte, versleuteld, sleutel_id, aangemaakt_op)
    select gen_random_uuid(), id, 'portaal', 'opgeslagen', '', 'text/plain', 1, '', 'test-1', $2::date from nieuw
  )
  insert into status (zaak_id, versie, soort, statustype, statuscode, einddatum_gepland, uiterlijke_einddatum,
    opschorting, opgeschort_op, opgeschort_tot, datum_status_gezet, gebeurtenis_id)
  select id, n, 'statuswijziging', statustype, statuscode, einddatum_gepland, uiterlijke_einddatum,
    case n when 2 then 'aanvulling'::opschorting end, $2::date, $2::date, $2::date, gen_random_uuid()
  from nieuw, generate_series(1, 2) n`

let done = 0

async function fill({ pool }: TestZaaksysteem, { few }: Filling) {
  done = 0
  await pool.query(ASKED, [few ? FEW_ZAKEN : MANY_ZAKEN, TODAY])
}

/** Reports the aanvulling of the next zaak as sent, and then receives it. */
async function receive(ctx: TestZaaksysteem) {
  const { id: zaakId } = await ctx.db.zaak.findFirstOrThrow({ orderBy: { nummer: 'desc' }, skip: done++ })
  const by = { gezetDoor: { client: 'portaal' }, traceparent: TRACEPARENT }
  expect(await completeAanvulling(ctx, { zaakId, ...by })).toBe(true)
  expect(await receiveAanvulling(ctx, { zaakId, versie: 3, op: TODAY, ...by })).toMatchObject({ ok: true })
}

/** Sends another bestand for the aanvulling of the next zaak. */
async function send(ctx: TestZaaksysteem) {
  const { id: zaakId } = await ctx.db.zaak.findFirstOrThrow({ orderBy: { nummer: 'desc' }, skip: done++ })
  const { id: aanvulling } = await ctx.db.aanvulling.findFirstOrThrow({ where: { zaakId } })
  const { id: bestand } = await ctx.db.bestand.findFirstOrThrow({ where: { zaakId } })
  const said = { kenmerk: zaakId, tijdstip: NOW.toISOString(), aanvullingen: [aanvulling] }
  const inzending = { ...said, soort: 'aanvulling' as const, bestanden: [{ bestand, aanvulling }] }
  const actor = { soort: 'api_client', id: 'portaal', traceparent: TRACEPARENT } as const
  const record = () => recordInzending(ctx, { zaakId, zaaktypen: undefined, inzending, actor })
  expect([await record(), await record()]).toMatchObject([{ isNew: true }, { isNew: false }])
}

testPlans<TestZaaksysteem>({
  async create() {
    const ctx = await createTestZaaksysteem({ clock: () => NOW, isNew: true })
    return { ctx, url: ctx.env.ZAAKSYSTEEM_DATABASE_URL }
  },
  fill,
  useCases: { 'what came of an aanvulling': receive, 'files that come with an inzending': send },
  limit: LIMIT,
})
