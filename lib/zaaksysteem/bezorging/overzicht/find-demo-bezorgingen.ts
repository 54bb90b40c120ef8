import type { DemoBezorging } from '#demo/stage/demo-feeds.ts'
import { VERKEER_IDS } from '#demo/stage/verkeer.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { eventText } from '../../outbox/event-text.ts'
import { sentHeaders } from '../record/stored-headers.ts'

const NEWEST = 20
/** Retried bezorgingen to include: they may be old, and later bezorgingen of their zaak wait for them. */
const RETRIED = 10

/**
 * Returns the newest and the retried bezorgingen for the demo, without its generated traffic. Safe to show:
 * events hold no personal data and stored headers no usable token.
 */
export async function findDemoBezorgingen(ctx: Pick<ZaaksysteemContext, 'env' | 'db'>): Promise<DemoBezorging[]> {
  const include = { gebeurtenis: true, abonnement: true, bezorgpogingen: { orderBy: { nummer: 'asc' } } } as const
  const others = { NOT: { zaakId: VERKEER_IDS } }
  const [newest, retried] = await Promise.all([
    ctx.db.bezorging.findMany({ where: others, orderBy: { id: 'desc' }, take: NEWEST, include }),
    ctx.db.bezorging.findMany({
      where: { ...others, status: 'wachtend', herhaling: true },
      orderBy: { id: 'desc' },
      take: RETRIED,
      include,
    }),
  ])
  const shown = new Set(newest.map(({ id }) => id))
  return [...newest, ...retried.filter(({ id }) => !shown.has(id))].map(
    ({ gebeurtenis, abonnement, bezorgpogingen, ...bezorging }) => {
      const event = gebeurtenis.body && eventText(ctx, gebeurtenis.body)
      return {
        eventId: gebeurtenis.id,
        type: gebeurtenis.type,
        sequence: bezorging.sequence,
        zaakId: bezorging.zaakId,
        sink: abonnement.sink,
        status: bezorging.status,
        vastgelegdOp: gebeurtenis.vastgelegdOp.toISOString(),
        body: event ?? '',
        pogingen: bezorgpogingen.map((poging) => ({
          nummer: poging.nummer,
          begonnenOp: poging.begonnenOp.toISOString(),
          duurMs: poging.duurMs,
          httpStatus: poging.httpStatus,
          foutsoort: poging.foutsoort,
          requestHeaders: sentHeaders(poging.requestHeaders as Record<string, string>, {
            event,
            sink: abonnement.sink,
          }),
          responseHeaders: poging.responseHeaders as Record<string, string | string[]> | null,
          responseBody: poging.responseBody,
        })),
      }
    },
  )
}
