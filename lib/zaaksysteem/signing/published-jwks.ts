import { z } from 'zod'
import type { ZaaksysteemContext } from '../context.ts'
import { ensureSleutels, type SigningContext } from './signing-keys.ts'

/** The public members of each kind of key. Parsing drops all others, so that no private one is ever published. */
const publicJwk = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('EC'), crv: z.string(), x: z.string(), y: z.string() }),
  z.object({ kty: z.literal('OKP'), crv: z.string(), x: z.string() }),
  z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }),
])

/**
 * The JWK set (RFC 7517) with which receivers verify bezorgingen: the keys that sign, that sign next, or that made
 * signatures which may still be valid. `nbf` and `exp` are whole seconds since 1970: the key signs nothing before
 * `nbf`, and at `exp` all of its signatures have expired. The newest key of an algorithm has no `exp` yet.
 */
export async function publishedJwks(ctx: SigningContext & Pick<ZaaksysteemContext, 'db'>) {
  await ensureSleutels(ctx)
  const sleutels = await ctx.db.sleutel.findMany({
    where: { OR: [{ gepubliceerdTot: null }, { gepubliceerdTot: { gt: ctx.clock() } }] },
    orderBy: [{ tekentVanaf: 'desc' }, { kid: 'asc' }],
  })
  const keys = sleutels.map(({ kid, alg, publiek, tekentVanaf, gepubliceerdTot }) => ({
    kid,
    use: 'sig',
    alg,
    ...publicJwk.parse(publiek),
    nbf: Math.floor(tekentVanaf.getTime() / 1000),
    ...(gepubliceerdTot && { exp: Math.ceil(gepubliceerdTot.getTime() / 1000) }),
  }))
  return { keys }
}

/** How long a key that was withdrawn may still be published: receivers come in crowds, with one key set for all of them. */
const PUBLISHED_MS = 1_000

/** The same, at most a second old. */
export function publishedJwksFromMemory(ctx: Parameters<typeof publishedJwks>[0]): ReturnType<typeof publishedJwks> {
  const memory = ctx.once('published-jwks', (): { readAtMs: number; jwks?: ReturnType<typeof publishedJwks> } => ({
    readAtMs: 0,
  }))
  const nowMs = performance.now()
  if (!memory.jwks || nowMs - memory.readAtMs >= PUBLISHED_MS) {
    const jwks = publishedJwks(ctx)
    Object.assign(memory, { readAtMs: nowMs, jwks })
    jwks.catch(() => delete memory.jwks)
  }
  return memory.jwks as ReturnType<typeof publishedJwks>
}
