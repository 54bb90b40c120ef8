import { v7 } from 'uuid'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma, StatusSoort } from '../generated/client.ts'
import { appendGebeurtenis } from '../outbox/append-gebeurtenis.ts'

type NewStatus = {
  zaakId: string
  /** the zaak's versie with this status */
  versie: number
  soort: StatusSoort
  statustype: string
  oudeStatus: string | null
  statuscode: string
  resultaat: string | null
  toelichting: string | null
  gezetDoorId: string | null
  gezetDoorClient?: string | null
  gebeurtenisId?: string | undefined
  traceparent: string
}

/** Adds a row to a zaak's history, and the event that announces it. Returns the event's id. */
export async function appendStatus(
  ctx: ZaaksysteemContext,
  tx: Prisma.TransactionClient,
  { oudeStatus, toelichting, traceparent, ...status }: NewStatus,
): Promise<string> {
  const datumStatusGezet = ctx.clock()
  const gebeurtenisId = status.gebeurtenisId ?? v7({ msecs: datumStatusGezet.getTime() })
  await appendGebeurtenis(ctx, tx, {
    id: gebeurtenisId,
    zaakId: status.zaakId,
    soort: status.soort,
    oudeStatus,
    nieuweStatus: status.statuscode,
    traceparent,
  })
  await tx.status.create({
    data: { ...status, id: gebeurtenisId, gebeurtenisId, datumStatusGezet, statustoelichting: toelichting },
  })
  return gebeurtenisId
}
