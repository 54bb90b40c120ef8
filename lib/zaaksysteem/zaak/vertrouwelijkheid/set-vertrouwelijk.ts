import { v7 } from 'uuid'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import type { Auditnaam } from '../../audit/auditnamen.ts'
import { findBetrokkenen } from '../../audit/find-betrokkenen.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { magSql, magWieSql } from '../../rechten/mag-sql.ts'
import { actorOf, type GezetDoor } from '../wijziging/write-change.ts'

/** The length that the column allows. */
export const MAX_REDEN = 1000

const AFGESCHERMD = { vertrouwelijk: 'true' }

/**
 * Whoever shields a zaak must see it afterwards, and so must its behandelaar. As with a toewijzing there is no event and no
 * versie: outside it is no change.
 */
const SET = `
  with locked as (
    select id, vertrouwelijk, behandelaar_id is null or exists (
        select from behandelaar where behandelaar.id = behandelaar_id and ${magSql('behandelen', AFGESCHERMD)}
      ) as is_of_team
    from zaak
    where id = $2::uuid and ($3::text[] is null or zaaktype = any($3))
      and ${magWieSql('$6::uuid', 'behandelen', AFGESCHERMD)}
    for no key update
  ), judged as (
    select id, case
        when exists (select from idempotentie where client = $7 and sleutel = $8) then 'repeated'
        when vertrouwelijk = $4 then 'unchanged'
        when $4 and not is_of_team then 'behandelaar_not_of_team'
        else 'set'
      end as uitkomst
    from locked
  ), changed as (
    update zaak set vertrouwelijk = $4 from judged where zaak.id = judged.id and uitkomst = 'set'
  ), recorded as (
    insert into vertrouwelijkheid (id, zaak_id, vertrouwelijk, reden, door_id, door_client, op)
    select $1::uuid, id, $4, $5, $6::uuid, $7, $11::timestamptz from judged where uitkomst = 'set'
  ), audited as (
    insert into auditregel (id, tijdstip, actor_soort, actor, handeling, zaak_id, betrokkene, uitkomst, trace_id,
      parent_span_id)
    select $1::uuid, $11::timestamptz, $12::actor_soort, $13, $14, id, $15::bytea, 'gelukt', decode($16, 'hex'),
      decode($17, 'hex')
    from judged where uitkomst = 'set'
  ), answered as (
    insert into idempotentie (client, sleutel, request_hash, http_status, antwoord, aangemaakt_op)
    select $7, $8, $9, $10::int, jsonb_build_object('vertrouwelijk', $4::boolean), $11::timestamptz
    from judged where $8::text is not null and uitkomst in ('set', 'unchanged')
  )
  select uitkomst from judged`

type Wanted = {
  zaakId: string
  vertrouwelijk: boolean
  /** for colleagues, from 1 to MAX_REDEN characters */
  reden: string
  door: GezetDoor
  /** the only ones that whoever acts may touch; absent: all */
  zaaktypen?: readonly string[] | undefined
  traceparent: string
}

/** `behandelaar_not_of_team`: a zaak that its behandelaar could no longer see. */
type Setting =
  | { ok: true }
  | { ok: false; reason: 'not_found' | 'key_reused' }
  | { ok: false; reason: 'refused'; broken: ['behandelaar_not_of_team'] }

/** Vertrouwelijk maken, or opheffen: for whoever may treat the zaak and is of its team. */
export async function setVertrouwelijk(
  ctx: ZaaksysteemContext,
  { zaakId, vertrouwelijk, reden, door, zaaktypen, traceparent }: Wanted,
): Promise<Setting> {
  const now = ctx.clock()
  const { behandelaarId, request } = door
  const { actorSoort, actor } = actorOf(door)
  const handeling: Auditnaam = vertrouwelijk ? 'zaak_vertrouwelijk_maken' : 'vertrouwelijkheid_opheffen'
  const [betrokkene] = await findBetrokkenen(ctx, [zaakId])
  const { traceId, parentSpanId } = idsOfTraceparent(traceparent)
  const wanted = [v7({ msecs: now.getTime() }), zaakId, zaaktypen, vertrouwelijk, reden, behandelaarId]
  const keyed = [request?.client, request?.sleutel, request?.requestHash, request?.httpStatus]
  const audited = [now, actorSoort, actor, handeling, betrokkene, traceId, parentSpanId]
  const query = { name: 'set-vertrouwelijk', text: SET, values: [...wanted, ...keyed, ...audited] }
  const { rows } = await ctx.pool.query<{ uitkomst: string }>(query)
  switch (rows[0]?.uitkomst) {
    case 'set':
      ctx.log.info({ actorSoort, actor, handeling, zaakId }, 'Handeling')
      return { ok: true }
    case 'unchanged':
      return { ok: true }
    case 'repeated':
      return { ok: false, reason: 'key_reused' }
    case 'behandelaar_not_of_team':
      return { ok: false, reason: 'refused', broken: ['behandelaar_not_of_team'] }
    default:
      return { ok: false, reason: 'not_found' }
  }
}
