import type { ZaaksysteemContext } from '../../context.ts'
import type { Prisma } from '../../generated/client.ts'
import { countBezorgingen } from '../claim/count-bezorgingen.ts'
import { findStatistiek24u } from './find-statistiek.ts'

type Circuit = 'gesloten' | 'open' | 'halfopen'

/** The columns that a list shows; none is secret. */
export const OVERZICHT = {
  id: true,
  naam: true,
  client: true,
  protocol: true,
  sink: true,
  natsSubject: true,
  status: true,
  statusreden: true,
  credentialtype: true,
  laatsteFoutsoort: true,
  laatsteFoutOp: true,
  circuitOpenTot: true,
} as const satisfies Prisma.AbonnementSelect

export type AbonnementOverzicht = Awaited<ReturnType<typeof findAbonnementOverzicht>>[number]

/**
 * Returns abonnementen by name, with the state of their bezorgingen.
 *
 * @param client the API client that must own them; absent for the desk, which sees all
 */
export async function findAbonnementOverzicht(ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'clock'>, client?: string) {
  const abonnementen = await ctx.db.abonnement.findMany({
    where: { client },
    select: OVERZICHT,
    orderBy: [{ naam: 'asc' }, { id: 'asc' }],
  })
  const own = client === undefined ? undefined : abonnementen.map(({ id }) => id)
  const [telling, statistiek] = await Promise.all([countBezorgingen(ctx, own), findStatistiek24u(ctx, own)])
  return abonnementen.map((abonnement) => ({
    ...abonnement,
    circuit: circuitOf(abonnement, ctx.clock()),
    ...telling.of(abonnement.id),
    ...statistiek.of(abonnement.id),
  }))
}

/** Halfopen: one bezorging may be tried as a probe. Its outcome closes the circuit or opens it again. */
export function circuitOf({ circuitOpenTot }: { circuitOpenTot: Date | null }, now: Date): Circuit {
  if (!circuitOpenTot) return 'gesloten'
  return circuitOpenTot > now ? 'open' : 'halfopen'
}

type AbonnementKeuze = { id: string; naam: string; sink: string }

/** Returns the abonnementen to filter bezorgingen by, without counts, which would make the query slow. */
export async function findAbonnementKeuzes({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<AbonnementKeuze[]> {
  const { rows } = await pool.query<AbonnementKeuze>('select id, naam, sink from abonnement order by naam, id')
  return rows
}
