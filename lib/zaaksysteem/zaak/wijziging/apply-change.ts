import type { KeyedRequest } from '../../api/answer-once.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Conflict, findConflict, type ZaakAtVersie, type ZaakState } from './find-zaak-at-versie.ts'
import { changeStatement, writeChange } from './write-change.ts'

const APPLY = changeStatement(
  'apply-change',
  `update zaak
   set statustype = $15, statuscode = $16, resultaat = $17, einddatum = $18::date, versie = versie + 1,
       gewijzigd_op = $2::timestamptz
   where id = $13::uuid and versie = $14::int
     and not exists (select from idempotentie where client = $8 and sleutel = $9)`,
)

/** As the log names them; a zaak is registered by no act of a person. */
const HANDELINGEN = { statuswijziging: 'status_zetten', heropening: 'zaak_heropenen' } as const

type Change = {
  /** as read when the change was checked */
  zaak: ZaakAtVersie
  soort: keyof typeof HANDELINGEN
  next: ZaakState
  toelichting?: string | undefined
  gebeurtenisId?: string
  traceparent: string
} & GezetDoor

/** Who changes a zaak: a behandelaar, or an API client with a request. */
export type GezetDoor = { behandelaarId: string; request?: never } | { behandelaarId?: never; request: KeyedRequest }

export type Changed = { ok: true; versie: number; gebeurtenisId: string }

/**
 * Moves a zaak to its next state, with history row and event, unless it was changed after it was read. An act is a read,
 * rules over what was read, and this; so no transaction stays open while this process works or dies.
 */
export async function applyChange(
  ctx: ZaaksysteemContext,
  { zaak, soort, next, toelichting, behandelaarId, request, gebeurtenisId, traceparent }: Change,
): Promise<Changed | Conflict> {
  const versie = zaak.versie + 1
  const written = await writeChange(ctx, APPLY, {
    change: {
      zaakId: zaak.id,
      versie,
      soort,
      oudeStatus: zaak.statuscode,
      nieuweStatus: next.statuscode,
      toelichting,
      onlyStatus: next.einddatum === zaak.einddatum,
      behandelaarId,
      request,
      gebeurtenisId,
      traceparent,
    },
    values: [zaak.id, String(zaak.versie), next.statustype, next.statuscode, next.resultaat, next.einddatum],
  })
  if (!written.zaak) return findConflict(ctx, zaak)
  const eventId = written.gebeurtenisId
  const actor = request
    ? { actorSoort: 'api_client', actor: request.client }
    : { actorSoort: 'behandelaar', actor: behandelaarId }
  ctx.log.info({ ...actor, handeling: HANDELINGEN[soort], zaakId: zaak.id, eventId }, 'Handeling')
  return { ok: true, versie, gebeurtenisId: eventId }
}
