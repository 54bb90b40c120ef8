import { v7 } from 'uuid'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import { findBetrokkenen } from '../../audit/hash-betrokkene.ts'
import { findTeams } from '../../catalogus/team/find-teams.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { magWieSql } from '../../rechten/mag-sql.ts'
import { actorOf, type GezetDoor } from '../wijziging/compose-act.ts'

/** The most zaken of one call: more would lock too many at once. */
export const MAX_ZAKEN = 500

/** The behandelaar and team of a zaak; `behandelaarId` is null when it is unassigned. */
export type Toewijzing = { behandelaarId: string | null; team: string }

export type Assignment = {
  /**
   * `gezien`: the toewijzing that the caller has seen; absent for API clients, which accept the present one
   */
  zaken: { id: string; gezien?: Toewijzing | undefined }[]
  /** `behandelaar: null` gives them back to the team; without `team` each zaak keeps its own */
  naar: { behandelaar: { id: string } | { subject: string } | null; team?: string | undefined }
  /** a line for the new behandelaar, which the signalering and the history show */
  bericht?: string | undefined
  door: GezetDoor
  /** the only zaaktypen that the caller may touch; absent: all */
  zaaktypen?: readonly string[] | undefined
  /** of the request; without one each auditregel gets a trace of its own */
  traceparent?: string | undefined
}

export type Uitkomst = {
  zaakId: string
  uitkomst:
    | 'assigned'
    | 'unchanged'
    | 'changed_meanwhile'
    | 'closed'
    | 'not_found'
    | 'not_permitted'
    | 'behandelaar_not_permitted'
    | 'repeated'
  /** null when the zaak does not exist */
  identificatie: string | null
  /** the present behandelaar */
  behandelaarNaam: string | null
  team: string | null
}

type Refused = { ok: false; reason: 'refused'; broken: ('behandelaar_unknown' | 'team_unknown')[] }

const VAN = { team: 'van_team', vertrouwelijk: 'locked.vertrouwelijk' }
const NAAR = { team: 'naar_team', vertrouwelijk: 'locked.vertrouwelijk' }

/**
 * A single statement. The second of two concurrent callers waits for the lock and then reads the writes of
 * the first, so each gets an outcome per zaak.
 *
 * The zaak keeps its versie and no event is made, because nothing changes outside. A portal counts versies,
 * and reads the team with the next change.
 */
const ASSIGN = `
  with wanted as (
    select distinct on (id) * from unnest($1::uuid[], $2::uuid[], $3::bool[], $4::uuid[], $5::text[], $16::bytea[])
      as wanted (id, toewijzing_id, is_gezien, gezien_behandelaar_id, gezien_team, betrokkene)
  ), locked as (
    -- in one order, so that calls cannot deadlock
    select id, identificatie, versie, einddatum, vertrouwelijk, behandelaar_id as van_behandelaar_id,
      team as van_team, coalesce($7, team) as naar_team
    from zaak
    where id = any($1::uuid[]) and ($15::text[] is null or zaaktype = any($15)) and ${magWieSql('$9::uuid', 'behandelen')}
    order by id for no key update
  ), judged as (
    select wanted.*, identificatie, versie, van_behandelaar_id, van_team, naar_team,
      case
        when locked.id is null then 'not_found'
        when exists (select from idempotentie where client = $10 and sleutel = $11) then 'repeated'
        when einddatum is not null then 'closed'
        when van_behandelaar_id is not distinct from $6::uuid and van_team = naar_team then 'unchanged'
        when is_gezien and (van_behandelaar_id, van_team) is distinct from (gezien_behandelaar_id, gezien_team)
          then 'changed_meanwhile'
        when not (${magWieSql('$9::uuid', 'coordineren', VAN)}
            or van_team = naar_team and ($6 is not null or van_behandelaar_id is not distinct from $9))
          then 'not_permitted'
        when not ${magWieSql('$6::uuid', 'behandelen', NAAR)} then 'behandelaar_not_permitted'
        else 'assigned'
      end as uitkomst
    from wanted left join locked using (id)
  ), assigned as (
    update zaak set behandelaar_id = $6, team = naar_team
    from judged where zaak.id = judged.id and uitkomst = 'assigned'
  ), recorded as (
    insert into toewijzing (id, zaak_id, versie, van_behandelaar_id, naar_behandelaar_id, van_team, naar_team, door_id,
      door_client, op, bericht)
    select toewijzing_id, id, versie, van_behandelaar_id, $6, van_team, naar_team, $9, $10, $8::timestamptz, $21
    from judged where uitkomst = 'assigned'
  ), audited as (
    insert into auditregel (id, tijdstip, actor_soort, actor, handeling, zaak_id, betrokkene, uitkomst, trace_id,
      parent_span_id)
    select toewijzing_id, $8, $17::actor_soort, $18, 'zaak_toewijzen', id, betrokkene, 'gelukt',
      coalesce(decode($19, 'hex'), uuid_send(gen_random_uuid())), decode($20, 'hex')
    from judged where uitkomst = 'assigned'
  ), signaleerd as (
    insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
    select toewijzing_id, $6, id, 'toegewezen', toewijzing_id::text, $8::timestamptz
    from judged
    where uitkomst = 'assigned' and $6 is not null and $6 is distinct from $9
      and $6 is distinct from van_behandelaar_id
  ), geweigerd as (
    -- a mail that was refused while the zaak was unassigned
    insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
    select gen_random_uuid(), $6, judged.id, 'mail_geweigerd', gebeurtenis_id::text, $8::timestamptz
    from judged cross join lateral (
      select gebeurtenis_id from bewijs
      where zaak_id = judged.id and soort = 'mail_geweigerd' and ontvangen_op > all (
        select aangemaakt_op from signalering where zaak_id = judged.id and soort = 'mail_geweigerd'
      )
      order by ontvangen_op desc limit 1
    ) untold
    where uitkomst = 'assigned' and $6 is not null and van_behandelaar_id is null
  ), answered as (
    insert into idempotentie (client, sleutel, request_hash, http_status, antwoord, aangemaakt_op)
    select $10, $11, $12, $13::int, jsonb_build_object('behandelaar', $14::text, 'team', naar_team), $8::timestamptz
    from judged where $11::text is not null and uitkomst in ('assigned', 'unchanged')
  )
  select judged.id as "zaakId", uitkomst, identificatie, behandelaar.naam as "behandelaarNaam",
    case uitkomst when 'assigned' then naar_team else van_team end as team
  from judged
  left join behandelaar on behandelaar.id = case uitkomst when 'assigned' then $6 else van_behandelaar_id end`

/**
 * Verdelen, overnemen and vrijgeven: assigns zaken to a behandelaar who may treat them, or back to a team. A
 * behandelaar who may treat a zaak may take it, give it to a colleague who may treat it too, and give back an
 * own one. A coordinator of its team may also give back that of a colleague, and give it to another team. The
 * new behandelaar of an unassigned zaak gets a signalering when a mail about it was refused meanwhile.
 */
export async function assignZaken(
  ctx: ZaaksysteemContext,
  { zaken, naar, bericht, door, zaaktypen, traceparent }: Assignment,
): Promise<{ ok: true; uitkomsten: Uitkomst[] } | Refused> {
  const behandelaar = naar.behandelaar && (await ctx.db.behandelaar.findUnique({ where: naar.behandelaar }))
  const broken = [
    ...(naar.behandelaar && !behandelaar ? (['behandelaar_unknown'] as const) : []),
    ...(naar.team === undefined || (await findTeams(ctx)).includes(naar.team) ? [] : (['team_unknown'] as const)),
  ]
  if (broken.length > 0) return { ok: false, reason: 'refused', broken }
  const now = ctx.clock()
  const { behandelaarId, request } = door
  const { actorSoort, actor } = actorOf(door)
  const trace = traceparent === undefined ? undefined : idsOfTraceparent(traceparent)
  const zaakIds = zaken.map(({ id }) => id)
  const { rows } = await ctx.pool.query<Uitkomst>({
    name: 'assign-zaken',
    text: ASSIGN,
    values: [
      zaakIds,
      zaken.map(() => v7({ msecs: now.getTime() })),
      zaken.map(({ gezien }) => gezien !== undefined),
      zaken.map(({ gezien }) => gezien?.behandelaarId),
      zaken.map(({ gezien }) => gezien?.team),
      behandelaar?.id,
      naar.team,
      now,
      behandelaarId,
      request?.client,
      request?.sleutel,
      request?.requestHash,
      request?.httpStatus,
      behandelaar?.subject,
      zaaktypen,
      await findBetrokkenen(ctx, zaakIds),
      actorSoort,
      actor,
      trace?.traceId,
      trace?.parentSpanId,
      bericht,
    ],
  })
  for (const { zaakId, uitkomst } of rows) {
    if (uitkomst === 'assigned') ctx.log.info({ ...actorOf(door), handeling: 'zaak_toewijzen', zaakId }, 'Handeling')
  }
  return { ok: true, uitkomsten: rows }
}
