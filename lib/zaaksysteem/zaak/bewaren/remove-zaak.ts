import { v7 } from 'uuid'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import { archiefactiedatumOf } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Verwijdergrond } from '../../generated/client.ts'
import { composeGebeurtenis } from '../../outbox/compose-gebeurtenis.ts'
import { insertGebeurtenissen } from '../../outbox/insert-gebeurtenissen.ts'
import type { Refused } from '../handeling/perform-handeling.ts'
import { actColumns, actsSql, audited } from '../wijziging/act-statement.ts'
import { type Conflict, findZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { auditRow } from '../wijziging/write-change.ts'

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

const COLUMNS = { seen: 'int', grond: 'verwijdergrond' }

const REMOVE_ZAAK = {
  name: 'remove-zaak',
  text: `
    with ${actsSql(COLUMNS)}, removed as (
      delete from zaak using act where zaak.id = any (array[act.zaak_id]) and zaak.versie = act.seen
      returning ${actColumns(COLUMNS)}, zaak.identificatie, zaak.zaaktype
    ), announced as (${insertGebeurtenissen('removed')}), kept as (
      insert into verwijderde_zaak (id, identificatie, zaaktype, verwijderd_op, grond, door_id, door_client)
      select zaak_id, identificatie, zaaktype, vastgelegd_op, grond, behandelaar, client from removed
    ), audited as (${audited('removed')})
    select n, pg_notify('gebeurtenis', '') from removed`,
}

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
  const row = {
    zaak_id: zaakId,
    seen: versie,
    gebeurtenis_id: gebeurtenisId,
    vastgelegd_op: now,
    type,
    event,
    grond,
    behandelaar: behandelaarId,
    client: door.client ?? door.taak,
    ...auditRow(ctx, {
      handeling: 'zaak_verwijderen',
      traceparent,
      aanvragerBsn: found.zaak.aanvragerBsn,
      ...actor,
    }),
  }
  const [removed] = await groupCommit(ctx.pool, { ...REMOVE_ZAAK, row }, zaakId)
  // somebody else acted on it meanwhile
  if (!removed) return removeZaak(ctx, removal)
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
