import type { StatusSoort } from '#lib/contract/event-types.ts'
import { empty, raw, type Sql, sql } from '#lib/platform/postgres/sql.ts'
import { statusnaamOf, type Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Conflict, findConflict, type ZaakAtVersie } from './find-zaak-at-versie.ts'
import { type ActStatement, actorOf, type GezetDoor, writeChange } from './write-change.ts'
import { STATE_COLUMNS, stateFromJson, stateOf, type ZaakState } from './zaak-state.ts'

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
  auditnaam: string
  /** what becomes different */
  next: Partial<ZaakState>
  /** code of an opschortingsreden */
  reden?: string | undefined
}

export type Changed = { ok: true; versie: number; gebeurtenisId: string }

/** What an act writes besides the zaak and its history, and a further `condition` of the change. */
export type Further = Pick<ActStatement, 'name' | 'also'> & { condition?: Sql }

/**
 * Moves a zaak to its next state, with history row and event, unless it was changed after it was read. An act is a read,
 * rules over what was read, and this; so no transaction stays open while this process works or dies.
 */
export async function applyChange(
  ctx: ZaaksysteemContext,
  { zaak, zaaktype, next, auditnaam: handeling, ...change }: Change,
  { name, also, condition }: Further = { name: 'apply-change' },
): Promise<Changed | Conflict> {
  const { id, versie: seen, aanvragerBsn, teamGewijzigd } = zaak
  const versie = seen + 1
  const after = { ...stateOf(zaak), ...next }
  const update: ActStatement['change'] = ({ soort, at, client, sleutel }) => sql`
    update zaak
    set (${raw(STATE_COLUMNS)}) = (${stateFromJson(after)}), statusnaam = ${statusnaamOf(zaaktype, after)},
      laatste_soort = ${soort}, versie = versie + 1, gewijzigd_op = ${at}
    where id = ${id}::uuid and versie = ${seen}::int
      and not exists (select from idempotentie where client = ${client} and sleutel = ${sleutel})
      ${condition ? sql`and ${condition}` : empty}`
  const written = await writeChange(
    ctx,
    { name, change: update, also },
    {
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
  )
  if (!written.zaak) return findConflict(ctx, zaak)
  const { gebeurtenisId } = written
  ctx.log.info({ ...actorOf(change.gezetDoor), handeling, zaakId: id, eventId: gebeurtenisId }, 'Handeling')
  return { ok: true, versie, gebeurtenisId }
}
