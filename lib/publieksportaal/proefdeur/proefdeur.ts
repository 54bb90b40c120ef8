import { DAY_MS } from '#lib/platform/durations.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Contentmodus, Credentialtype } from '../generated/enums.ts'
import type { Gebeuren } from './gebeuren.ts'

export const PROEFDEUR_DURATION_MS = 7 * DAY_MS
/** So much of what came is kept. What comes then is refused, until the door begins anew. */
export const MAX_GEBEUREN = 300

/** What a beheerder says of a sender that is to be tried. */
export type Afzender = {
  naam: string
  source: string
  origin: string
  jwksUrl: string
  /** base of the API that gaps are filled from; null when that is not tried */
  apiUrl: string | null
  credentialtype: Credentialtype
  contentmodus: Contentmodus
}

/** A door to try a sender at, without a way from it into the portal. */
export type Proefdeur = Afzender & { id: string; code: string; vervaltOp: Date; verloop: Gebeuren[] }

/** The methods that need no secret of both sides: a door holds none. */
export const PROEFDEUR_CREDENTIALTYPES = [
  'JWT',
  'HTTPMESSAGESIGNATURES',
  'NLGOVADR',
] as const satisfies Credentialtype[]

export function sinkOf({ env }: Pick<PublieksportaalContext, 'env'>, { code }: Pick<Proefdeur, 'code'>): string {
  return new URL(`/api/publieksportaal/proefdeuren/${code}`, env.PUBLIEKSPORTAAL_URL).href
}

export const CODE = /^[\w-]{22}$/

/** The door with this code, as long as it is open. */
export async function findProefdeur(ctx: PublieksportaalContext, code: string): Promise<Proefdeur | null> {
  if (!CODE.test(code)) return null
  const found = await ctx.db.proefdeur.findUnique({ where: { code, vervaltOp: { gt: ctx.clock() } } })
  return found && { ...found, verloop: found.verloop as Gebeuren[] }
}

/** Adds what `make` makes of all that came before; undefined, without asking it, when the door is full or gone. */
export async function addGebeuren<T extends Gebeuren>(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { id }: Pick<Proefdeur, 'id'>,
  make: (verloop: readonly Gebeuren[]) => T,
): Promise<T | undefined> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ verloop: Gebeuren[] }>(
      'select verloop from proefdeur where id = $1::uuid for update',
      [id],
    )
    const verloop = rows[0]?.verloop
    if (!verloop || verloop.length >= MAX_GEBEUREN) return undefined
    const made = make(verloop)
    await client.query('update proefdeur set verloop = verloop || $2::jsonb where id = $1::uuid', [
      id,
      JSON.stringify([made]),
    ])
    return made
  })
}

/** Forgets what came, so that the sender can be tried again. */
export async function restartProefdeur(ctx: PublieksportaalContext, code: string): Promise<void> {
  await ctx.db.proefdeur.updateMany({ where: { code, vervaltOp: { gt: ctx.clock() } }, data: { verloop: [] } })
}
