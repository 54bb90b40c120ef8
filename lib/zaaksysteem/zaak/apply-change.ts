import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma, StatusSoort, Zaak } from '../generated/client.ts'
import { appendStatus } from './append-status.ts'
import { type Conflict, findConflict } from './find-zaak-at-versie.ts'

type Change = {
  /** as read when the change was checked */
  zaak: Zaak
  soort: StatusSoort
  next: { statustype: string; statuscode: string; resultaat: string | null; einddatum: Date | null }
  toelichting?: string | undefined
  gebeurtenisId?: string
  traceparent: string
} & GezetDoor

/** Who changes a zaak: a behandelaar, or an API client. */
export type GezetDoor = { behandelaarId: string; client?: never } | { behandelaarId?: never; client: string }

export type Changed = { ok: true; versie: number; gebeurtenisId: string }

/**
 * Moves a zaak to its next state, with history row and event, unless it was changed in the meantime. The update locks
 * the row until the transaction ends, so events of one zaak are written in the order of their commits.
 */
export async function applyChange(
  ctx: ZaaksysteemContext,
  tx: Prisma.TransactionClient,
  { zaak, soort, next, toelichting, behandelaarId, client, gebeurtenisId, traceparent }: Change,
): Promise<Changed | Conflict> {
  const versie = zaak.versie + 1
  const { count } = await tx.zaak.updateMany({
    where: { id: zaak.id, versie: zaak.versie },
    data: { ...next, versie, gewijzigdOp: ctx.clock() },
  })
  if (count === 0) return findConflict(tx, { zaak, versie: zaak.versie })

  const { einddatum, ...status } = next
  const id = await appendStatus(ctx, tx, {
    ...status,
    zaakId: zaak.id,
    versie,
    soort,
    oudeStatus: zaak.statuscode,
    toelichting: toelichting || null,
    gezetDoorId: behandelaarId ?? null,
    gezetDoorClient: client ?? null,
    gebeurtenisId,
    traceparent,
  })
  return { ok: true, versie, gebeurtenisId: id }
}
