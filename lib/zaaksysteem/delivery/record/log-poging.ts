import type { ZaaksysteemContext } from '../../context.ts'
import type { BezorgingStatus } from '../../generated/client.ts'
import type { Poging } from './poging.ts'
import type { RecordedPoging } from './record-pogingen.ts'

const LINES: Readonly<Record<BezorgingStatus, readonly ['info' | 'warn' | 'error', string]>> = {
  bezorgd: ['info', 'An event was delivered'],
  wachtend: ['warn', 'A delivery failed and will be tried again'],
  mislukt: ['error', 'A delivery failed for the last time'],
  overgeslagen: ['warn', 'A sink is gone; its abonnement is disabled'],
}

/** @param recorded undefined when the attempt could not be recorded at all */
export function logPoging(
  { log }: Pick<ZaaksysteemContext, 'log'>,
  { bezorging, httpStatus, foutsoort, foutdetail, duurMs, requestHeaders }: Poging,
  recorded: RecordedPoging | undefined,
) {
  const { id, gebeurtenisId, abonnementId, zaakId, pogingen } = bezorging
  const [level, message] = recorded?.ok
    ? LINES[recorded.status]
    : (['warn', 'An attempt outlived its lease and is not counted'] as const)
  log[level](
    {
      bezorgingId: id,
      eventId: gebeurtenisId,
      abonnementId,
      zaakId,
      poging: pogingen + 1,
      httpStatus: httpStatus ?? undefined,
      code: foutsoort ?? undefined,
      reason: foutdetail ?? undefined,
      durationMs: duurMs,
      traceId: requestHeaders.traceparent?.split('-')[1],
    },
    message,
  )
}
