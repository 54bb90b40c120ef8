import { isDeepStrictEqual } from 'node:util'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import { hashBsn } from '../burger/hash-bsn.ts'
import { identiteitOf } from '../burger/identiteit.ts'
import type { PublieksportaalContext } from '../context.ts'
import { NOTIFY_LIVE } from '../inbox/live-hint.ts'
import { mailMoment, orderMail } from '../inbox/mail-order.ts'
import { orderPush, pushMoment } from '../inbox/push-order.ts'
import { FIND_KNOWN, type KnownZaak, newestMoment, toVisible, type VisibleZaak } from './visible-zaak.ts'

/** Writes nothing when the zaak has changed since its `live_volgnummer` was read. Locks in the order of `acceptEvent`. */
const UPDATE = `
  with current as (
    select burger.id
    from (
      select id from burger where id = (select burger_id from zaak where id = $1::uuid) for no key update
    ) burger
    cross join lateral (
      select from zaak where id = $1::uuid and burger_id = burger.id and live_volgnummer = $2::int for no key update
    ) zaak
  ), numbered as (
    update burger set live_volgnummer = live_volgnummer + 1 where id = (select id from current)
    returning burger.live_volgnummer
  ), written as (
    update zaak set identificatie = $3, omschrijving = $4, team = $5, startdatum = $6::date,
      einddatum_gepland = $7::date, uiterlijke_einddatum = $8::date, einddatum = $9::date, statuscode = $10,
      versie = $11::int, bijgewerkt_op = $12::timestamptz, opschorting = $15::opschorting,
      opgeschort_op = $16::date, opgeschort_tot = $17::date, aanvullingen = $18::jsonb, besluitdatum = $19::date,
      bekendmakingsdatum = $20::date, uiterlijke_reactiedatum = $21::date, live_volgnummer = numbered.live_volgnummer
    from numbered where zaak.id = $1::uuid
    returning burger_id, case when $14::boolean then ${NOTIFY_LIVE} end
  ), mailed as (${orderMail({
    changed: 'select $1::uuid as zaak_id, burger_id, $22::int as van from written where $22::int < $11::int',
    due: '$23',
    now: '$24',
  })}
  ), pushed as (${orderPush({
    changed: 'select $1::uuid as zaak_id, burger_id, $22::int as van from written where $22::int < $11::int',
    due: '$25',
    now: '$24',
  })}
  ), reached as (
    insert into status (gebeurtenis_id, zaak_id, versie, soort, statuscode, tijdstip, toelichting, reden,
      einddatum_gepland, uiterlijke_einddatum)
    select "gebeurtenisId", $1::uuid, versie, soort, statuscode, "datumStatusGezet", statustoelichting, reden,
      "einddatumGepland", "uiterlijkeEinddatumAfdoening"
    from written cross join jsonb_to_recordset($13::jsonb) as status (
      "gebeurtenisId" uuid, versie integer, soort status_soort, statuscode text, "datumStatusGezet" timestamptz,
      statustoelichting text, reden text, "einddatumGepland" date, "uiterlijkeEinddatumAfdoening" date
    )
    on conflict (zaak_id, versie) do update set soort = excluded.soort, statuscode = excluded.statuscode,
      tijdstip = excluded.tijdstip, toelichting = excluded.toelichting, reden = excluded.reden,
      einddatum_gepland = excluded.einddatum_gepland, uiterlijke_einddatum = excluded.uiterlijke_einddatum
  )
  select burger_id as "burgerId" from written`

/**
 * Does what `storeZaak` does, for zaken that the portal knows: reads all of them in one query, and writes what is new of
 * each in one statement, which commits together with the others. Leaves to `storeZaak` what is more than a zaak that goes
 * on, and what somebody else changes at the same time.
 *
 * @returns the uuids of those that are up to date now
 */
export async function updateKnownZaken(ctx: PublieksportaalContext, zaken: ZaakResource[]): Promise<Set<string>> {
  const find = { name: 'find-known-zaken', text: FIND_KNOWN, values: [`{${zaken.map(({ uuid }) => uuid)}}`] }
  const [rows] = (await runPipeline(ctx.pool, [find])) as [KnownZaak[]]
  const known = new Map(rows.map((row) => [row.id, row]))
  const upToDate = new Set<string>()
  async function update(zaak: ZaakResource) {
    const visible = toVisible(zaak, hashBsn(ctx.env, identiteitOf(zaak.initiator)))
    const row = known.get(zaak.uuid)
    if (!row || !isDeepStrictEqual(row.zaaktype, zaak.zaaktype)) return
    if (
      isDeepStrictEqual(row.visible, visible) ||
      (goesOn(row.visible, visible) && (await write(ctx, { zaak, visible, row })))
    )
      upToDate.add(zaak.uuid)
  }
  await Promise.allSettled(zaken.map(update))
  return upToDate
}

/** Whether it is the same citizen's zaak, not older, and with each known status still under its versie. */
function goesOn(known: VisibleZaak, fetched: VisibleZaak): boolean {
  if (known.bsnHash !== fetched.bsnHash || known.versie > fetched.versie) return false
  const place = ([gebeurtenisId, versie]: VisibleZaak['statussen'][number]) => `${gebeurtenisId} ${versie}`
  const places = new Set(fetched.statussen.map(place))
  return known.statussen.every((status) => places.has(place(status)))
}

async function write(
  ctx: PublieksportaalContext,
  { zaak, visible, row: { versie, volgnummer } }: { zaak: ZaakResource; visible: VisibleZaak; row: KnownZaak },
): Promise<boolean> {
  const values = [
    zaak.uuid,
    String(volgnummer),
    zaak.identificatie,
    zaak.omschrijving,
    zaak.behandelendTeam,
    zaak.startdatum,
    zaak.einddatumGepland,
    zaak.uiterlijkeEinddatumAfdoening,
    zaak.einddatum,
    zaak.status,
    String(zaak.versie),
    newestMoment(zaak),
    JSON.stringify(zaak.statussen),
    String(ctx.liveBus === undefined),
    ...visible.termijn,
    JSON.stringify(visible.aanvullingen),
    ...visible.besluit,
    String(versie),
    mailMoment(ctx),
    ctx.clock().toISOString(),
    pushMoment(ctx),
  ]
  const written = await groupCommit(ctx.pool, { name: 'update-known-zaak', text: UPDATE, values }, zaak.uuid)
  const burgerIds = written.map(({ burgerId }) => burgerId as string)
  ctx.liveBus?.publish({ burgerIds, ordered: false })
  return burgerIds.length > 0
}
