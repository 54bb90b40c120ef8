import { v7 } from 'uuid'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import type { Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Verwijdergrond } from '../../generated/client.ts'
import { composeGebeurtenis, insertGebeurtenissen } from '../../outbox/compose-gebeurtenis.ts'
import type { Refused } from '../handelingen/perform-handeling.ts'
import { actColumns, actsSql, audited } from '../wijziging/act-statement.ts'
import { auditRow } from '../wijziging/compose-act.ts'
import { type Conflict, findZaakAtVersie, type ZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { archiefactiedatumOf } from './grond.ts'

type Removal = {
  zaakId: string
  /** the only zaaktypen that the caller may touch; absent: all */
  zaaktypen?: readonly string[] | undefined
  /** the versie that the caller has seen */
  versie: number
  grond: Verwijdergrond
  door: Door
  traceparent: string
}

/** A person with the right, an API client, or the zaaksysteem for an approved vernietigingslijst. */
type Door =
  | { behandelaarId: string; client?: never; lijstId?: never }
  | { behandelaarId?: never; client: string; lijstId?: never }
  | { behandelaarId?: never; client?: never; lijstId: string }

/** The actor in the audittrail of a removal by the zaaksysteem. */
export const ARCHIEFBEHEER = 'archiefbeheer'

/**
 * `held`: its destruction is held. `needs_second`: a second person must approve; one person may only remove a
 * zaak registered by mistake today.
 */
export type RemoveRefusal = 'still_open' | 'still_kept' | 'held' | 'needs_second'
type Removing = { ok: true; gebeurtenisId: string } | Conflict | Refused<RemoveRefusal>

const COLUMNS = { seen: 'int', grond: 'verwijdergrond', today: 'date', lijst_id: 'uuid' }

/** Conditions on a row of `zaak`. */
const HELD = (today: string) => `coalesce(zaak.aangehouden_tot >= ${today}, false)`

const REGISTERED_ON = (today: string) => `coalesce((
  select (datum_status_gezet at time zone 'Europe/Amsterdam')::date = ${today}
  from status where zaak_id = zaak.id and status.versie = 1
), false)`

const APPROVED = (lijstId: string) => `coalesce((
  select goedgekeurd_op is not null
  from vernietigingsregel regel join vernietigingslijst lijst on lijst.id = any (array[regel.lijst_id])
  where regel.zaak_id = zaak.id and uitkomst is null and lijst_id = ${lijstId}
), false)`

const FIND_OBSTACLES = `
  select ${HELD('$2::date')} as "isHeld", ${REGISTERED_ON('$2::date')} as "isOfToday",
    ${APPROVED('$3::uuid')} as "isApproved"
  from zaak where id = $1`

const REMOVE_ZAAK = {
  name: 'remove-zaak',
  text: `
    with ${actsSql(COLUMNS)}, removed as (
      delete from zaak using act
      where zaak.id = any (array[act.zaak_id]) and zaak.versie = act.seen and not ${HELD('act.today')}
        and (act.behandelaar is null or ${REGISTERED_ON('act.today')})
        and (act.lijst_id is null or ${APPROVED('act.lijst_id')})
      returning ${actColumns(COLUMNS)}, zaak.identificatie, zaak.zaaktype
    ), announced as (${insertGebeurtenissen('removed')}), kept as (
      insert into verwijderde_zaak (id, identificatie, zaaktype, verwijderd_op, grond, door_id, door_client, lijst_id)
      select zaak_id, identificatie, zaaktype, vastgelegd_op, grond, behandelaar, client, lijst_id from removed
    ), settled as (
      update vernietigingsregel
      set klaar_op = removed.vastgelegd_op,
        uitkomst = case when removed.lijst_id is null then 'verdwenen' else 'vernietigd' end::vernietigingsuitkomst
      from removed where vernietigingsregel.zaak_id = any (array[removed.zaak_id]) and uitkomst is null
    ), audited as (${audited('removed')})
    select n, pg_notify('gebeurtenis', '') from removed`,
}

/**
 * Verwijderen: removes a zaak that was a mistake, or whose bewaartermijn is over, and keeps only the
 * fact. All personal data depend on the row of the zaak and go with it. Its events stay: they hold no
 * personal data, and receivers count them. The row lock orders this event after the others of the zaak.
 * Obstacles are read first, to report the reason. The statement checks them again, because somebody may
 * hold the zaak meanwhile.
 */
export async function removeZaak(ctx: ZaaksysteemContext, removal: Removal): Promise<Removing> {
  const { zaakId, versie, grond, traceparent, door } = removal
  const { behandelaarId, lijstId } = door
  const found = await findZaakAtVersie(ctx, { ...removal, behandelaarId, recht: 'vernietigen' })
  if (!found.ok) return found
  const now = ctx.clock()
  const today = dateInAmsterdam(now)
  const broken = await findRefusal(ctx, removal, { ...found, today })
  if (broken) return { ok: false, reason: 'refused', broken: [broken] }

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
    today,
    lijst_id: lijstId,
    behandelaar: behandelaarId,
    client: lijstId ? ARCHIEFBEHEER : door.client,
    ...auditRow(ctx, {
      handeling: 'zaak_verwijderen',
      traceparent,
      aanvragerBsn: found.zaak.aanvragerBsn,
      ...actor,
    }),
  }
  const [removed] = await groupCommit(ctx.pool, { ...REMOVE_ZAAK, row }, zaakId)
  // a concurrent act changed the zaak
  if (!removed) return removeZaak(ctx, removal)
  ctx.log.info({ ...actor, handeling: 'zaak_verwijderen', zaakId, eventId: gebeurtenisId }, 'Handeling')
  return { ok: true, gebeurtenisId }
}

type Obstacles = { isHeld: boolean; isOfToday: boolean; isApproved: boolean }

async function findRefusal(
  { pool }: ZaaksysteemContext,
  { zaakId, grond, door }: Removal,
  { zaak, zaaktype, today }: { zaak: ZaakAtVersie; zaaktype: Zaaktype; today: string },
): Promise<RemoveRefusal | undefined> {
  const { rows } = await pool.query<Obstacles>(FIND_OBSTACLES, [zaakId, today, door.lijstId])
  const [obstacles] = rows
  // the zaak does not exist, so the statement will remove nothing
  if (!obstacles) return undefined
  if (obstacles.isHeld) return 'held'
  if (door.behandelaarId && !(obstacles.isOfToday && grond === 'vergissing')) return 'needs_second'
  if (door.lijstId && !obstacles.isApproved) return 'needs_second'
  return grond === 'bewaartermijn' ? whyKept(zaaktype, zaak, today) : undefined
}

/** Returns the reason why the bewaartermijn of a zaak is not over. */
export function whyKept(
  zaaktype: Zaaktype,
  zaak: ZaakAtVersie,
  today: string,
): 'still_open' | 'still_kept' | undefined {
  if (zaak.einddatum === null) return 'still_open'
  const archiefactiedatum = archiefactiedatumOf(zaaktype, zaak)
  return archiefactiedatum === null || archiefactiedatum > today ? 'still_kept' : undefined
}

function actorOf({ behandelaarId, client }: Door) {
  if (behandelaarId) return { actorSoort: 'behandelaar', actor: behandelaarId }
  return client ? { actorSoort: 'api_client', actor: client } : { actorSoort: 'taak', actor: ARCHIEFBEHEER }
}
