import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma, StatusSoort, Zaak } from '../generated/client.ts'
import { appendStatus } from './append-status.ts'

type Change = {
  /** as locked */
  zaak: Zaak
  soort: StatusSoort
  next: { statustype: string; statuscode: string; resultaat: string | null; einddatum: Date | null }
  toelichting?: string | undefined
  gebeurtenisId?: string
  traceparent: string
} & Door

/** Who changes a zaak: a person, or a machine over the API. */
export type Door = { behandelaarId: string; client?: never } | { behandelaarId?: never; client: string }

export type Changed = { ok: true; versie: number; gebeurtenisId: string }

/** Brings a locked zaak into its next state, with history row and event. */
export async function applyChange(
  ctx: ZaaksysteemContext,
  tx: Prisma.TransactionClient,
  { zaak, soort, next, toelichting, behandelaarId, client, gebeurtenisId, traceparent }: Change,
): Promise<Changed> {
  const versie = zaak.versie + 1
  await tx.zaak.update({ where: { id: zaak.id }, data: { ...next, versie, gewijzigdOp: ctx.clock() } })
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
