import type { Handelingnaam } from '../../audit/handelingnamen.ts'
import { statusnaamOf, type Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { StatusSoort } from '../../generated/client.ts'
import { type Conflict, findConflict, type ZaakAtVersie } from './find-zaak-at-versie.ts'
import { actorOf, changeStatement, type GezetDoor, writeChange } from './write-change.ts'
import { STATE_COLUMNS, stateFromJson, stateOf, type ZaakState } from './zaak-state.ts'

const UPDATE = `
  update zaak
  set (${STATE_COLUMNS}) = (${stateFromJson('$14')}), statusnaam = $17, laatste_soort = $5::status_soort,
    versie = versie + 1, gewijzigd_op = $2::timestamptz
  where id = $15::uuid and versie = $16::int
    and not exists (select from idempotentie where client = $8 and sleutel = $9)`

/**
 * The statement of an act on an existing zaak. Parameters of `also`, and of a further `condition` of the change, begin
 * at $18.
 */
export const applyStatement = (name: string, also?: Record<string, string>, condition = 'true') =>
  changeStatement(name, `${UPDATE} and ${condition}`, { also })

const APPLY = applyStatement('apply-change')

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

type Change = Omit<Handeling, 'zaakId' | 'versie' | 'zaaktypen'> & {
  /** as read when the change was checked */
  zaak: ZaakAtVersie
  /** of the zaak */
  zaaktype: Zaaktype
  soort: Handelingsoort
  /** as the log and the audittrail name it */
  auditnaam: Handelingnaam
  /** what becomes different */
  next: Partial<ZaakState>
  /** code of an opschortingsreden */
  reden?: string | undefined
}

export type Changed = { ok: true; versie: number; gebeurtenisId: string }

/**
 * Moves a zaak to its next state, with history row and event, unless it was changed after it was read. An act is a read,
 * rules over what was read, and this; so no transaction stays open while this process works or dies.
 *
 * @param statement of `applyStatement`, with its own `values`, when the act writes more
 */
export async function applyChange(
  ctx: ZaaksysteemContext,
  { zaak, zaaktype, next, auditnaam: handeling, ...change }: Change,
  { statement = APPLY, values = [] }: { statement?: typeof APPLY; values?: string[] } = {},
): Promise<Changed | Conflict> {
  const { id, versie: seen, aanvragerBsn, teamGewijzigd } = zaak
  const versie = seen + 1
  const after = { ...stateOf(zaak), ...next }
  const written = await writeChange(ctx, statement, {
    change: {
      ...change,
      handeling,
      aanvragerBsn,
      zaakId: id,
      versie,
      oudeStatus: zaak.statuscode,
      nieuweStatus: after.statuscode,
      onlyStatus:
        change.soort === 'statuswijziging' &&
        !teamGewijzigd &&
        Object.keys(next).every((name) => name.startsWith('status')),
    },
    values: [JSON.stringify(after), id, String(seen), statusnaamOf(zaaktype, after), ...values],
  })
  if (!written.zaak) return findConflict(ctx, zaak)
  const { gebeurtenisId } = written
  ctx.log.info({ ...actorOf(change.gezetDoor), handeling, zaakId: id, eventId: gebeurtenisId }, 'Handeling')
  return { ok: true, versie, gebeurtenisId }
}
