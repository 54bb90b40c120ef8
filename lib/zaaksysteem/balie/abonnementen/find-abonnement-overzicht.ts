import { type BezorgingTelling, countBezorgingen } from '../../bezorging/claim/count-bezorgingen.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Abonnement } from '../../generated/client.ts'
import { findStatistiek24u, type Statistiek24u } from './find-statistiek.ts'

type Circuit = 'gesloten' | 'open' | 'halfopen'

/** An abonnement with the state of its bezorgingen. */
export type AbonnementOverzicht = Pick<
  Abonnement,
  | 'id'
  | 'naam'
  | 'client'
  | 'protocol'
  | 'sink'
  | 'natsSubject'
  | 'status'
  | 'statusreden'
  | 'credentialtype'
  | 'laatsteFoutsoort'
  | 'laatsteFoutOp'
> &
  BezorgingTelling &
  Statistiek24u & { circuit: Circuit }

/** All abonnementen by name, with the state of their bezorgingen. */
export async function findAbonnementOverzicht(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'clock'>,
): Promise<AbonnementOverzicht[]> {
  const [abonnementen, telling, statistiek] = await Promise.all([
    ctx.db.abonnement.findMany({ orderBy: [{ naam: 'asc' }, { id: 'asc' }] }),
    countBezorgingen(ctx),
    findStatistiek24u(ctx),
  ])
  return abonnementen.map((abonnement) => ({
    ...toOverzicht(abonnement, ctx.clock()),
    ...telling.of(abonnement.id),
    ...statistiek.of(abonnement.id),
  }))
}

export function toOverzicht(abonnement: Abonnement, now: Date) {
  const { id, naam, client, protocol, sink, natsSubject, status, statusreden, credentialtype } = abonnement
  const { laatsteFoutsoort, laatsteFoutOp } = abonnement
  const circuit = circuitOf(abonnement, now)
  const place = { protocol, sink, natsSubject }
  return { id, naam, client, ...place, status, statusreden, credentialtype, circuit, laatsteFoutsoort, laatsteFoutOp }
}

/** Halfopen: one bezorging may go as a probe; its outcome closes the circuit or opens it again. */
function circuitOf({ circuitOpenTot }: Pick<Abonnement, 'circuitOpenTot'>, now: Date): Circuit {
  if (!circuitOpenTot) return 'gesloten'
  return circuitOpenTot > now ? 'open' : 'halfopen'
}
