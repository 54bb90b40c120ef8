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

/**
 * Abonnementen by name, with the state of their bezorgingen.
 *
 * @param client the API client that must own them; absent for the desk, which has all
 */
export async function findAbonnementOverzicht(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'clock'>,
  client?: string,
): Promise<AbonnementOverzicht[]> {
  const abonnementen = await ctx.db.abonnement.findMany({
    where: { client },
    orderBy: [{ naam: 'asc' }, { id: 'asc' }],
  })
  const own = client === undefined ? undefined : abonnementen.map(({ id }) => id)
  const [telling, statistiek] = await Promise.all([countBezorgingen(ctx, own), findStatistiek24u(ctx, own)])
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
