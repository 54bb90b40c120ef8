import { type BesluitResource, besluitResource, type ZaakResource } from '#lib/contract/zaak-resource.ts'
import type { Statement } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { NOTIFY_LIVE } from '../inbox/live-hint.ts'
import { mailMoment, orderMail, orderPush, pushMoment } from '../inbox/order-news.ts'
import type { ZaakGegevens } from '../zaak/zaak-van-burger.ts'

/** The columns of a zaak that its citizen can see. */
export type ZaakRow = ReturnType<typeof toRow>

/** A zaak in the read model. `volgnummer`: `live_volgnummer`, which changes with all that a citizen sees. */
export type KnownZaak = {
  id: string
  burgerId: string
  versie: number
  volgnummer: number
  row: ZaakRow
  zaaktype: unknown
}

/** Parameter: the ids of zaken. */
export const FIND_KNOWN = `
  select zaak.id, zaak.burger_id as "burgerId", zaak.versie, zaak.live_volgnummer as volgnummer,
    to_jsonb(zaak) - array['id', 'burger_id', 'sequence', 'gezien_versie', 'live_volgnummer', 'bijgewerkt_op']
      || jsonb_build_object(
        'bsnHash', (select bsn_hash from burger where id = zaak.burger_id),
        'statussen', (
          select jsonb_agg(jsonb_build_array(gebeurtenis_id, status.versie, soort, status.statuscode,
            statustoelichting, reden, status.einddatum_gepland, status.uiterlijke_einddatum, gebeurd_op)
            order by status.versie)
          from status where zaak_id = zaak.id
        )
      ) as row,
    (select gegevens from zaaktype where identificatie = zaak.zaaktype and versie = zaaktype_versie) as zaaktype
  from zaak
  where zaak.id = any($1::uuid[])`

/** Returns the same shape as `row` of FIND_KNOWN. */
export function toRow(zaak: ZaakResource, bsnHash: string) {
  const { uuid: _, initiator: __, besluit: ___, zaaktype, statussen, status, versie, ...gegevens } = zaak
  const { opschorting, einddatum } = gegevens
  const besluiten = besluitenOf(zaak)
  return {
    bsnHash,
    zaaktype: zaaktype.identificatie,
    zaaktype_versie: zaaktype.versie,
    gegevens: { ...gegevens, besluiten } satisfies ZaakGegevens,
    einddatum,
    aanvullen_tot: opschorting?.soort === 'aanvulling' ? opschorting.tot : null,
    reageren_tot: reagerenTot(besluiten),
    statuscode: status,
    versie,
    statussen: byVersie({ statussen }).map(
      (status) =>
        [
          status.gebeurtenisId,
          status.versie,
          status.soort,
          status.statuscode,
          status.statustoelichting,
          status.reden,
          status.einddatumGepland,
          status.uiterlijkeEinddatumAfdoening,
          status.gebeurdOp ?? null,
        ] as const,
    ),
  }
}

/** An older zaaksysteem sends a single `besluit`. */
function besluitenOf({ besluiten, besluit }: Pick<ZaakResource, 'besluiten' | 'besluit'>): BesluitResource[] {
  return besluiten.length === 0 && besluit ? [besluitResource.parse(besluit)] : besluiten
}

/** Returns the latest uiterlijkeReactiedatum, `yyyy-mm-dd`. */
function reagerenTot(besluiten: readonly BesluitResource[]): string | null {
  const days = besluiten.flatMap((besluit) => [
    besluit.uiterlijkeReactiedatum ?? [],
    besluit.intrekking?.uiterlijkeReactiedatum ?? [],
  ])
  return days.flat().toSorted().at(-1) ?? null
}

export function byVersie({ statussen }: Pick<ZaakResource, 'statussen'>) {
  return statussen.toSorted((one, other) => one.versie - other.versie)
}

const WRITTEN =
  'burger_id zaaktype zaaktype_versie gegevens einddatum aanvullen_tot reageren_tot statuscode versie bijgewerkt_op'.split(
    ' ',
  )
const ORDER = { changed: 'select id as zaak_id, burger_id, $6::int as van from written where $7::boolean', now: '$8' }

/**
 * Writes nothing when the zaak has changed since its `live_volgnummer` was read. Locks in the order of
 * `acceptEvent`: burger, zaak. The condition on `burger.id` makes PostgreSQL lock the burger first.
 */
const WRITE = `
  with current as (
    select burger.id
    from (select id from burger where id = $2::uuid for no key update) burger
    left join lateral (
      select live_volgnummer from zaak where id = $1::uuid and burger.id is not null for no key update
    ) zaak on true
    where zaak.live_volgnummer is not distinct from $3::int
  ), numbered as (
    update burger set live_volgnummer = live_volgnummer + 1 where id = (select id from current)
    returning burger.live_volgnummer
  ), written as (
    insert into zaak (id, live_volgnummer, gezien_versie, ${WRITTEN})
    select $1::uuid, numbered.live_volgnummer, $9::int, ${WRITTEN.map((column) => `fetched.${column}`)}
    from numbered, jsonb_populate_record(null::zaak, $4::jsonb) as fetched
    on conflict (id) do update set live_volgnummer = excluded.live_volgnummer,
      gezien_versie = case when zaak.burger_id = excluded.burger_id then zaak.gezien_versie else 0 end,
      ${WRITTEN.map((column) => `${column} = excluded.${column}`)}
    returning id, burger_id, case when $10::boolean then ${NOTIFY_LIVE} end
  ), mailed as (${orderMail({ ...ORDER, due: '$11' })}
  ), pushed as (${orderPush({ ...ORDER, due: '$12' })}
  ), reached as (
    insert into status (gebeurtenis_id, zaak_id, versie, soort, statuscode, datum_status_gezet, statustoelichting,
      reden, einddatum_gepland, uiterlijke_einddatum, gebeurd_op)
    select "gebeurtenisId", id, versie, soort, statuscode, "datumStatusGezet", statustoelichting, reden,
      "einddatumGepland", "uiterlijkeEinddatumAfdoening", "gebeurdOp"
    from written cross join jsonb_to_recordset($5::jsonb) as status (
      "gebeurtenisId" uuid, versie integer, soort text, statuscode text, "datumStatusGezet" timestamptz,
      statustoelichting text, reden text, "einddatumGepland" date, "uiterlijkeEinddatumAfdoening" date,
      "gebeurdOp" date
    )
    on conflict (zaak_id, versie) do update set soort = excluded.soort, statuscode = excluded.statuscode,
      datum_status_gezet = excluded.datum_status_gezet, statustoelichting = excluded.statustoelichting,
      reden = excluded.reden,
      einddatum_gepland = excluded.einddatum_gepland, uiterlijke_einddatum = excluded.uiterlijke_einddatum,
      gebeurd_op = excluded.gebeurd_op
  )
  select burger_id as "burgerId" from written`

/**
 * Stores the fetched zaak and informs its citizen: on open pages, and by mail and push when the versie is
 * new. Returns a row when it wrote.
 *
 * @param write.known the read model before, if there is one
 * @param write.isSeen marks a new zaak as seen, so that it is no news
 */
export function writeStatement(
  ctx: PublieksportaalContext,
  write: { zaak: ZaakResource; row: ZaakRow; burgerId: string; known: KnownZaak | undefined; isSeen: boolean },
): Statement {
  const { zaak, row, burgerId, known, isSeen } = write
  const { bsnHash: _, statussen: __, ...columns } = row
  const bijgewerktOp = byVersie(zaak).at(-1)?.datumStatusGezet
  // another burger was notified of nothing yet
  const van = known?.burgerId === burgerId ? known.versie : 0
  const values = [
    zaak.uuid,
    burgerId,
    known ? String(known.volgnummer) : null,
    JSON.stringify({ ...columns, burger_id: burgerId, bijgewerkt_op: bijgewerktOp }),
    JSON.stringify(zaak.statussen),
    String(van),
    String(known ? van < zaak.versie : !isSeen),
    ctx.clock().toISOString(),
    String(isSeen ? zaak.versie : 0),
    String(ctx.liveBus === undefined),
    mailMoment(ctx),
    pushMoment(ctx),
  ]
  return { name: 'write-zaak', text: WRITE, values }
}
