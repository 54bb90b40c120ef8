import type { StatusSoort } from '#lib/contract/event-types.ts'
import { isVanKracht, nietLaatVanaf } from '#lib/contract/zaak-resource.ts'
import { findZaaktypeOf } from '../../catalogus/find-zaaktypen.ts'
import { statusnaamOf, type Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type ActRow, type ActStatement, actStatement, FIRST_OF_ITS_KEY, type Further } from './act-statement.ts'
import { type Besluit, besluitenAt, INSERT_BESLUITEN } from './besluiten.ts'
import type { NewDocument } from './documenten.ts'
import { type Conflict, findConflict, type ZaakAtVersie } from './find-zaak-at-versie.ts'
import { actorOf, type GezetDoor, writeChange } from './write-change.ts'
import { NEXT_STATE, nextState, SET_STATE, stateOf, type ZaakState } from './zaak-state.ts'

/** The kind of change that an act makes, as its row in the history of the zaak has it. */
export type Handelingsoort = Exclude<StatusSoort, 'registratie'>

/** What every act on a zaak is given, besides its own input. */
export type Handeling = {
  zaakId: string
  /** the versie that whoever acts has seen */
  versie: number
  /** the only ones that whoever acts may touch; absent: all */
  zaaktypen?: readonly string[] | undefined
  /** for the citizen, at most 1000 characters */
  toelichting?: string | undefined
  gezetDoor: GezetDoor
  traceparent: string
  /** UUID v7; a fresh one when absent */
  gebeurtenisId?: string
}

/**
 * What an act makes different of a zaak. `besluiten`: those that it makes or changes, what the act is about first. `soort`: the kind
 * of change that it turned out to be, when that is another one than the act says. `document`: what its statement gets of the one that
 * it adds or withdraws. `gebeurdOp`: the day that counts, when somebody said it: on which the letter was sent, or the withdrawal came.
 */
export type Next = Partial<ZaakState> & {
  gebeurdOp?: string | undefined
  besluiten?: readonly Besluit[]
  document?: NewDocument | Pick<NewDocument, 'id'>
  soort?: Handelingsoort
}

type Change = Omit<Handeling, 'zaakId' | 'versie' | 'zaaktypen'> & {
  /** as read when the change was checked */
  zaak: ZaakAtVersie
  /** of the zaak */
  zaaktype: Zaaktype
  soort: Handelingsoort
  /** as the log and the audittrail name it */
  auditnaam: string
  /** what becomes different */
  next: Omit<Next, 'soort'>
  /** code of an opschortingsreden */
  reden?: string | undefined
}

export type Changed = { ok: true; versie: number; gebeurtenisId: string }

const COLUMNS = { seen: 'int', statusnaam: 'text', besluit_geldt: 'boolean', niet_laat_vanaf: 'date', ...NEXT_STATE }

/** That of acts of one kind, and of those among them that decide something: most do not, and do not pay for it. */
type ChangeStatement = { plain: ActStatement; deciding: ActStatement }

/**
 * The statement of acts that change a zaak.
 *
 * @param options.set what it changes of the zaak besides its state
 * @param options.condition of the change, besides that the zaak is as it was read
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

/** An act that writes more than the zaak and its history; and what of that its row holds. */
export type Wider = { statement: ChangeStatement; row?: ActRow }

/**
 * Moves a zaak to its next state, with history row and event, unless it was changed after it was read. An act is a read,
 * rules over what was read, and this; so no transaction stays open while this process works or dies.
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
  const written = await writeChange(
    ctx,
    {
      statement: isDeciding ? statement.deciding : statement.plain,
      row: {
        ...row,
        ...(isDeciding && { besluiten }),
        ...(document && { document }),
        seen,
        statusnaam: statusnaamOf(zaaktype, after),
        besluit_geldt: decided.some(isVanKracht),
        niet_laat_vanaf: nietLaatVanaf(decided),
        ...nextState(after),
      },
    },
    {
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
    },
  )
  if (!written.zaak) return findConflict(ctx, zaak)
  const { gebeurtenisId } = written
  ctx.log.info({ ...actorOf(change.gezetDoor), handeling, zaakId: id, eventId: gebeurtenisId }, 'Handeling')
  return { ok: true, versie, gebeurtenisId }
}
