import type { Auditnaam } from '../../audit/auditnamen.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { magSql, magWieSql } from '../../rechten/mag-sql.ts'
import { type Intern, recordedValues } from '../intern/intern-document.ts'
import { actorOf } from '../wijziging/compose-act.ts'

/** The length that the column allows. */
export const MAX_REDEN = 1000

const AFGESCHERMD = { vertrouwelijk: 'true' }

/**
 * The caller and the behandelaar of the zaak must be able to see it afterwards. As with a toewijzing there is
 * no event and no versie, because nothing changes outside.
 */
const SET = `
  with locked as (
    select id, vertrouwelijk, behandelaar_id is null or exists (
        select from behandelaar where behandelaar.id = behandelaar_id and ${magSql('behandelen', AFGESCHERMD)}
      ) as is_of_team
    from zaak
    where id = $1::uuid and ($2::text[] is null or zaaktype = any($2))
      and ${magWieSql('$3::uuid', 'behandelen', AFGESCHERMD)}
    for no key update
  ), judged as (
    select id, case
        when exists (select from idempotentie where client = $4 and sleutel = $5) then 'repeated'
        when vertrouwelijk = $16 then 'unchanged'
        when $16 and not is_of_team then 'behandelaar_not_of_team'
        else 'set'
      end as uitkomst
    from locked
  ), changed as (
    update zaak set vertrouwelijk = $16 from judged where zaak.id = judged.id and uitkomst = 'set'
  ), recorded as (
    insert into vertrouwelijkheid (id, zaak_id, vertrouwelijk, reden, door_id, door_client, op)
    select $8::uuid, id, $16, $17, $3::uuid, $4, $9::timestamptz from judged where uitkomst = 'set'
  ), audited as (
    insert into auditregel (id, tijdstip, actor_soort, actor, handeling, zaak_id, betrokkene, uitkomst, trace_id,
      parent_span_id)
    select $8::uuid, $9::timestamptz, $10::actor_soort, $11, $12, id, $13::bytea, 'gelukt', decode($14, 'hex'),
      decode($15, 'hex')
    from judged where uitkomst = 'set'
  ), answered as (
    insert into idempotentie (client, sleutel, request_hash, http_status, antwoord, aangemaakt_op)
    select $4, $5, $6, $7::int, jsonb_build_object('vertrouwelijk', $16::boolean), $9::timestamptz
    from judged where $5::text is not null and uitkomst in ('set', 'unchanged')
  )
  select uitkomst from judged`

type Wanted = Intern & {
  vertrouwelijk: boolean
  /** for colleagues, from 1 to MAX_REDEN characters */
  reden: string
}

/** `behandelaar_not_of_team`: its behandelaar could no longer see the zaak. */
type Setting =
  | { ok: true }
  | { ok: false; reason: 'not_found' | 'key_reused' }
  | { ok: false; reason: 'refused'; broken: ['behandelaar_not_of_team'] }

/** Vertrouwelijk maken, or opheffen: for a behandelaar of its team who may treat the zaak. */
export async function setVertrouwelijk(
  ctx: ZaaksysteemContext,
  { vertrouwelijk, reden, ...wanted }: Wanted,
): Promise<Setting> {
  const handeling: Auditnaam = vertrouwelijk ? 'zaak_vertrouwelijk_maken' : 'vertrouwelijkheid_opheffen'
  const values = [...(await recordedValues(ctx, { ...wanted, handeling, now: ctx.clock() })), vertrouwelijk, reden]
  const { rows } = await ctx.pool.query<{ uitkomst: string }>({ name: 'set-vertrouwelijk', text: SET, values })
  switch (rows[0]?.uitkomst) {
    case 'set':
      ctx.log.info({ ...actorOf(wanted.door), handeling, zaakId: wanted.zaakId }, 'Handeling')
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
