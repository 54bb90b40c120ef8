import type { StatusSoort } from '#lib/contract/event-types.ts'
import { isVanKracht, nietLaatVanaf } from '#lib/contract/zaak-resource.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import { findZaaktypeOf } from '../../catalogus/find-zaaktypen.ts'
import { statusnaamOf, type Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type ActRow, type ActStatement, actStatement, FIRST_OF_ITS_KEY, type Further } from './act-statement.ts'
import { type Besluit, besluitenAt, INSERT_BESLUITEN } from './besluiten.ts'
import { actorOf, composeAct, type GezetDoor } from './compose-act.ts'
import type { NewDocument } from './documenten.ts'
import { type Conflict, findConflict, type ZaakAtVersie } from './find-zaak-at-versie.ts'
import { NEXT_STATE, nextState, SET_STATE, stateOf, type ZaakState } from './zaak-state.ts'

/** The soort of an act, as in its history row. */
export type Handelingsoort = Exclude<StatusSoort, 'registratie'>

export type Handeling = {
  zaakId: string
  /** the versie that the caller has seen */
  versie: number
  /** the only zaaktypen that the caller may touch; absent: all */
  zaaktypen?: readonly string[] | undefined
  /** for the citizen, at most 1000 characters */
  toelichting?: string | undefined
  gezetDoor: GezetDoor
  traceparent: string
  /** UUID v7; a fresh one when absent */
  gebeurtenisId?: string
}

/**
 * The changes that an act makes to a zaak. `besluiten`: those that it makes or changes, its main one first.
 * `soort`: overrides the soort of the act. `document`: the added or withdrawn document. `gebeurdOp`: the day
 * from which the act counts, such as the day of its letter; absent: the day of its recording.
 */
export type Next = Partial<ZaakState> & {
  gebeurdOp?: string | undefined
  besluiten?: readonly Besluit[]
  document?: NewDocument | Pick<NewDocument, 'id'>
  soort?: Handelingsoort
}

type Change = Omit<Handeling, 'zaakId' | 'versie' | 'zaaktypen'> & {
  /** as read when the act was checked */
  zaak: ZaakAtVersie
  zaaktype: Zaaktype
  soort: Handelingsoort
  /** the name in the log and the audittrail */
  auditnaam: string
  next: Omit<Next, 'soort'>
  /** code of an opschortingsreden */
  reden?: string | undefined
}

export type Changed = { ok: true; versie: number; gebeurtenisId: string }

const COLUMNS = { seen: 'int', statusnaam: 'text', besluit_geldt: 'boolean', niet_laat_vanaf: 'date', ...NEXT_STATE }

/** Two variants, so that acts that make no besluit do not pay for the tables of besluiten. */
type ChangeStatement = { plain: ActStatement; deciding: ActStatement }

/**
 * Returns the statement of acts that change a zaak.
 *
 * @param options.set further assignments, besides the state
 * @param options.condition a further condition, besides the versie that was read
 */
export function changeStatement(
  name: string,
  { set, condition, ...further }: Further & { set?: string; condition?: string } = {},
): ChangeStatement {
  const update = `
    update zaak
    set ${SET_STATE}, statusnaam = act.statusnaam, besluit_geldt = act.besluit_geldt, niet_laat_vanaf = act.niet_laat_vanaf,
      laatste_soort = act.soort, versie = zaak.versie + 1, gewijzigd_op = act.vastgelegd_op${set ? `, ${set}` : ''}
    from act
    where zaak.id = any (array[act.zaak_id]) and zaak.versie = act.seen and ${FIRST_OF_ITS_KEY}
      ${condition ? `and ${condition}` : ''}`
  const { columns, also } = further
  const deciding = {
    columns: { ...columns, besluiten: 'jsonb' },
    also: { ...also, decided: INSERT_BESLUITEN },
  }
  return {
    plain: actStatement({ name, change: { update }, columns: COLUMNS, further }),
    deciding: actStatement({ name: `${name}-deciding`, change: { update }, columns: COLUMNS, further: deciding }),
  }
}

const APPLY_CHANGE = changeStatement('apply-change')

/** The statement of an act that writes more than the zaak and its history, and its further columns. */
export type Wider = { statement: ChangeStatement; row?: ActRow }

/**
 * Moves a zaak to its next state, with history row and event, unless it changed since it was read. The read
 * takes no lock, so that no transaction stays open while this process works or dies.
 *
 * Concurrent acts of a kind share a statement. The event gets its sequence under the row lock of the
 * zaak, so events of one zaak are in commit order, as are all events.
 */
export async function applyChange(
  ctx: ZaaksysteemContext,
  { zaak, zaaktype, next, auditnaam: handeling, ...change }: Change,
  { statement, row }: Wider = { statement: APPLY_CHANGE },
): Promise<Changed | Conflict> {
  const { besluiten = [], document, gebeurdOp, ...state } = next
  const { id, versie: seen, aanvragerBsn, teLezen } = zaak
  const newest = await findZaaktypeOf(ctx, { ...zaak, zaaktypeversie: zaak.nieuwsteZaaktypeversie })
  const versie = seen + 1
  const after = { ...stateOf(zaak), ...state }
  const isDeciding = besluiten.length > 0
  const decided = besluitenAt([...zaak.besluiten, ...besluiten.map((besluit) => ({ ...besluit, versie }))])
  const { gebeurtenisId, act } = composeAct(ctx, {
    ...change,
    handeling,
    aanvragerBsn,
    zaakId: id,
    versie,
    gebeurdOp,
    oudeStatus: zaak.statuscode,
    nieuweStatus: after.statuscode,
    isEinde: after.einddatum !== null,
    besluitId: besluiten[0]?.id,
    documentId: document?.id,
    onlyStatus:
      change.soort === 'statuswijziging' &&
      !teLezen &&
      newest.gevoelig === zaaktype.gevoelig &&
      Object.keys(next).every((name) => name.startsWith('status')),
  })
  const further = {
    ...row,
    ...(isDeciding && { besluiten }),
    ...(document && { document }),
    seen,
    statusnaam: statusnaamOf(zaaktype, after),
    besluit_geldt: decided.some(isVanKracht),
    niet_laat_vanaf: nietLaatVanaf(decided),
    ...nextState(after),
  }
  const { plain, deciding } = statement
  const query = { ...(isDeciding ? deciding : plain), row: { ...further, ...act } }
  const written = await groupCommit(ctx.pool, query, id)
  if (written.length === 0) return findConflict(ctx, zaak)
  ctx.log.info({ ...actorOf(change.gezetDoor), handeling, zaakId: id, eventId: gebeurtenisId }, 'Handeling')
  return { ok: true, versie, gebeurtenisId }
}
