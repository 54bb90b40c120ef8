import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { SECOND_MS } from '#lib/platform/durations.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { ensureSleutels, type SigningContext } from './signing-keys.ts'

/** The max-age of a copy of the keys, and its stale-while-revalidate. */
export const JWKS_MAX_AGE_SECONDS = 60

/**
 * The public members of each kind of key. Parsing drops all others, so that no private member is ever
 * published.
 */
const publicJwk = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('EC'), crv: z.string(), x: z.string(), y: z.string() }),
  z.object({ kty: z.literal('OKP'), crv: z.string(), x: z.string() }),
  z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }),
])

/**
 * Returns the JWK set (RFC 7517) with which receivers verify bezorgingen: the keys that sign now, that sign
 * next, or whose signatures may still be valid. `nbf` and `exp` are whole seconds since 1970. A key signs
 * nothing before `nbf`, and at `exp` all of its signatures have expired. The newest key of an algorithm has
 * no `exp` yet.
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

/** The longest time that a withdrawn key may still be published. Concurrent receivers share one key set. */
const FRESH_MS = SECOND_MS

type Jwks = Awaited<ReturnType<typeof publishedJwks>>
type Memory = { known?: { jwks: Jwks; askedAtMs: number }; asking?: Promise<Jwks> | undefined }

/**
 * Returns the published keys, at most a second old. While the database does not respond within a second,
 * returns keys that were cached less than JWKS_MAX_AGE_SECONDS ago, because without keys receivers would
 * refuse genuine bezorgingen.
 */
export async function publishedJwksFromMemory(ctx: Parameters<typeof publishedJwks>[0]): Promise<Jwks> {
  const memory = ctx.once('published-jwks', (): Memory => ({}))
  const { known } = memory
  const ageMs = performance.now() - (known?.askedAtMs ?? Number.NEGATIVE_INFINITY)
  if (known && ageMs < FRESH_MS) return known.jwks
  memory.asking ??= ask(ctx, memory)
  if (!known || ageMs >= JWKS_MAX_AGE_SECONDS * SECOND_MS) return memory.asking
  return Promise.race([memory.asking.catch(() => known.jwks), setTimeout(FRESH_MS, known.jwks, { ref: false })])
}

async function ask(ctx: Parameters<typeof publishedJwks>[0], memory: Memory): Promise<Jwks> {
  const askedAtMs = performance.now()
  try {
    const jwks = await publishedJwks(ctx)
    memory.known = { jwks, askedAtMs }
    return jwks
  } finally {
    memory.asking = undefined
  }
}
