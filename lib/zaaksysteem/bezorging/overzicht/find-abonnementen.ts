import { z } from 'zod'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { Prisma } from '#lib/zaaksysteem/generated/client.ts'
import { countBezorgingen } from '../claim/count-bezorgingen.ts'
import type { Circuit } from './bezorgstand.ts'
import { toMeldingRegel } from './find-meldingen.ts'
import { findStatistiek24u, findUren } from './find-statistiek.ts'

/** The columns that a list shows; none is secret. */
const OVERZICHT = {
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
  falendSinds: true,
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

function circuitOf({ circuitOpenTot }: { circuitOpenTot: Date | null }, now: Date): Circuit {
  if (!circuitOpenTot) return 'gesloten'
  return circuitOpenTot > now ? 'open' : 'halfopen'
}

type AbonnementKeuze = { id: string; naam: string; sink: string }

/** Returns the abonnementen to filter bezorgingen by, without counts, which would make the query slow. */
export async function findAbonnementKeuzes({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<AbonnementKeuze[]> {
  const { rows } = await pool.query<AbonnementKeuze>('select id, naam, sink from abonnement order by naam, id')
  return rows
}

const NEWEST_MELDINGEN = 20

const DETAIL = {
  ...OVERZICHT,
  contact: true,
  types: true,
  filters: true,
  contentmodus: true,
  natsStream: true,
  toegestaneRate: true,
  maxGelijktijdig: true,
  herhaalschema: true,
  aangemaaktOp: true,
  bevestigdOp: true,
  statusSinds: true,
  foutcode: true,
  /** the access that the sink asks for, without the secrets */
  toegangen: {
    orderBy: { soort: 'asc' },
    select: { soort: true, kenmerk: true, aangemaaktOp: true, verlooptOp: true },
  },
  /** those still running */
  herstelacties: {
    where: { klaarOp: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      vanaf: true,
      aangemaaktOp: true,
      totaal: true,
      hersteld: true,
      gevraagdDoor: { select: { naam: true } },
    },
  },
} as const satisfies Prisma.AbonnementSelect

export type AbonnementDetail = NonNullable<Awaited<ReturnType<typeof findAbonnementDetail>>>

/**
 * Returns an abonnement with its settings, its last 24 hours per hour, its herstelacties and its meldingen.
 *
 * @param client the API client that must own it; absent for the desk
 */
export async function findAbonnementDetail(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'clock'>,
  id: string,
  client?: string,
) {
  if (!z.uuid().safeParse(id).success) return undefined
  const now = ctx.clock()
  const [abonnement, telling, statistiek, uren] = await Promise.all([
    ctx.db.abonnement.findFirst({
      where: { id, client },
      select: {
        ...DETAIL,
        /** the valid ones, newest first, without their bytes */
        geheimen: {
          where: { OR: [{ vervaltOp: null }, { vervaltOp: { gt: now } }] },
          orderBy: { id: 'desc' },
          select: { id: true, aangemaaktOp: true, vervaltOp: true },
        },
        /** the newest, seen or not */
        meldingen: { orderBy: [{ aangemaaktOp: 'desc' }, { id: 'desc' }], take: NEWEST_MELDINGEN },
      },
    }),
    countBezorgingen(ctx, [id]),
    findStatistiek24u(ctx, [id]),
    findUren(ctx, id),
  ])
  if (!abonnement) return undefined
  return {
    ...abonnement,
    ...telling.of(id),
    ...statistiek.of(id),
    circuit: circuitOf(abonnement, now),
    /** 24, oldest first */
    uren,
    meldingen: abonnement.meldingen.map((melding) => toMeldingRegel({ ...melding, abonnement })),
  }
}

/**
 * Returns when the oldest skipped event was logged that an abonnement can still be sent; null without one.
 */
export async function findOudsteOvergeslagen(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  abonnementId: string,
): Promise<Date | null> {
  // The third condition implies the first two, which the partial index needs.
  const { rows } = await pool.query<{ vastgelegdOp: Date }>(
    `select gebeurtenis.vastgelegd_op as "vastgelegdOp"
     from bezorging join gebeurtenis on gebeurtenis.id = bezorging.gebeurtenis_id
     where bezorging.abonnement_id = $1 and bezorging.status <> 'wachtend' and bezorging.status <> 'bezorgd'
       and bezorging.status = 'overgeslagen' and gebeurtenis.body is not null
     order by bezorging.sequence limit 1`,
    [abonnementId],
  )
  return rows[0]?.vastgelegdOp ?? null
}
