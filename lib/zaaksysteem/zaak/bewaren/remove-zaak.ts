import { v7 } from 'uuid'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { raw, sql, toStatement } from '#lib/platform/postgres/sql.ts'
import { archiefactiedatumOf } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Verwijdergrond } from '../../generated/client.ts'
import { composeGebeurtenis } from '../../outbox/compose-gebeurtenis.ts'
import type { Refused } from '../handeling/perform-handeling.ts'
import { type Conflict, findZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { audit } from '../wijziging/write-change.ts'

type Removal = {
  zaakId: string
  /** the only ones that whoever removes it may touch; absent: all */
  zaaktypen?: readonly string[] | undefined
  /** the versie that whoever removes it has seen */
  versie: number
  grond: Verwijdergrond
  door: Door
  traceparent: string
}

/** A beheerder, an API client, or a task of the zaaksysteem. */
type Door =
  | { behandelaarId: string; client?: never; taak?: never }
  | { behandelaarId?: never; client: string; taak?: never }
  | { behandelaarId?: never; client?: never; taak: string }

export type RemoveRefusal = 'still_open' | 'still_kept'
type Removing = { ok: true; gebeurtenisId: string } | Conflict | Refused<RemoveRefusal>

/**
 * Verwijderen: a registered mistake, or the end of the retention period. Keeps only the fact. Whatever is about the person
 * hangs on the row of the zaak and goes with it. Its events stay: they hold nothing of the person, and a receiver counts
 * them. The lock on the row keeps this event behind the others of the zaak.
 */
export async function removeZaak(ctx: ZaaksysteemContext, removal: Removal): Promise<Removing> {
  const { behandelaarId } = removal.door
  const found = await findZaakAtVersie(ctx, { ...removal, behandelaarId, recht: 'beheren' })
  if (!found.ok) return found
  const { zaakId, versie, grond, traceparent, door } = removal
  const now = ctx.clock()
  if (grond === 'bewaartermijn') {
    const archiefactiedatum = archiefactiedatumOf(found.zaaktype, found.zaak)
    if (found.zaak.einddatum === null) return refuse('still_open')
    if (archiefactiedatum === null || archiefactiedatum > dateInAmsterdam(now)) return refuse('still_kept')
  }

  const gebeurtenisId = v7({ msecs: now.getTime() })
  const change = { soort: 'verwijdering', oudeStatus: null, nieuweStatus: null } as const
  const composed = { id: gebeurtenisId, vastgelegdOp: now, zaakId, traceparent, ...change }
  const { type, event } = composeGebeurtenis(ctx, composed)
  const actor = actorOf(door)
  const { aanvragerBsn } = found.zaak
  const audited = {
    source: raw('removed'),
    handeling: 'zaak_verwijderen',
    ...actor,
    traceparent,
    aanvragerBsn,
  } as const
  const act = { id: sql`${gebeurtenisId}::uuid`, at: sql`${now}::timestamptz` }
  const remove = sql`
    with removed as (
      delete from zaak where id = ${zaakId}::uuid and versie = ${versie}::int returning id, identificatie, zaaktype
    ), announced as (
      insert into gebeurtenis (id, vastgelegd_op, zaak_id, type, event)
      select ${act.id}, ${act.at}, id, ${type}, ${event} from removed
    ), kept as (
      insert into verwijderde_zaak (id, identificatie, zaaktype, verwijderd_op, grond, door_id, door_client)
      select id, identificatie, zaaktype, ${act.at}, ${grond}::verwijdergrond, ${behandelaarId}::uuid,
        ${door.client ?? door.taak}
      from removed
    ), audited as (
      ${audit(ctx, act, audited)}
    )
    select id, pg_notify('gebeurtenis', '') from removed`
  const { rowCount } = await ctx.pool.query(toStatement('remove-zaak', remove))
  // somebody else acted on it meanwhile
  if (rowCount === 0) return removeZaak(ctx, removal)
  ctx.log.info({ ...actor, handeling: 'zaak_verwijderen', zaakId, eventId: gebeurtenisId }, 'Handeling')
  return { ok: true, gebeurtenisId }
}

function refuse(broken: RemoveRefusal): Removing {
  return { ok: false, reason: 'refused', broken: [broken] }
}

function actorOf({ behandelaarId, client, taak }: Door) {
  if (behandelaarId) return { actorSoort: 'behandelaar', actor: behandelaarId }
  return client ? { actorSoort: 'api_client', actor: client } : { actorSoort: 'taak', actor: taak as string }
}
