import { generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { decrypt, encrypt } from '#lib/platform/crypto/encryption.ts'
import { importSigningKey, type Sender, type SigningKey } from '#lib/proof/sign/signing.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { SleutelAlgoritme } from '#lib/zaaksysteem/generated/enums.ts'

export const ALGORITHMS = Object.values(SleutelAlgoritme)

const generate = promisify(generateKeyPair)

/** Signing with RSA is slow; the next longer key makes it three times as slow. */
const RSA_BITS = 2048

const GENERATORS = {
  ES256: () => generate('ec', { namedCurve: 'P-256' }),
  Ed25519: () => generate('ed25519'),
  PS256: () => generate('rsa', { modulusLength: RSA_BITS }),
}

/**
 * Makes a new key pair, ready to be stored. Its `kid` is `<algorithm>-<yyyy-mm>-<random>`, so that it is
 * never reused.
 */
export async function generateSleutel(
  { env, clock }: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  alg: SleutelAlgoritme,
) {
  const { publicKey, privateKey } = await GENERATORS[alg]()
  const now = clock()
  const kid = `${alg.toLowerCase()}-${now.toISOString().slice(0, 7)}-${randomBytes(4).toString('hex')}`
  return {
    kid,
    alg,
    publiek: publicKey.export({ format: 'jwk' }) as Record<string, string>,
    ...encrypt(env.ZAAKSYSTEEM_ENCRYPTION_KEYS, {
      plaintext: privateKey.export({ format: 'der', type: 'pkcs8' }),
      boundTo: kid,
    }),
    gepubliceerdOp: now,
  }
}

export type SigningContext = Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'once'>

type TimedKey = SigningKey & { tekentVanaf: Date }

/** Far shorter than PUBLICATION_LEAD_MS: every process has loaded a next key before that key signs. */
const CACHE_MS = 5_000

type Cache = {
  loadedAtMs: number
  keys: Promise<TimedKey[]>
  /** the creation of the first key of an algorithm, which concurrent callers share */
  making: Map<SleutelAlgoritme, Promise<void>>
}

const known = ({ once }: Pick<SigningContext, 'once'>) =>
  once('signing-keys', (): { cache?: Cache | undefined; lastSeenKids?: string | null } => ({}))

/**
 * SQL expression: the kids that can still sign. A withdrawn key is not among them, whatever the clocks say.
 */
export const SIGNING_KIDS = `(select string_agg(kid, ' ' order by kid) from sleutel where versleuteld is not null)`

/**
 * Must be called with the SIGNING_KIDS of each claim, before its bezorgingen are signed. When they changed,
 * the keys are loaded again. So no bezorging claimed after a key was withdrawn is signed with it, even if the
 * NOTIFY was lost.
 */
export function seeSigningKids(ctx: Pick<SigningContext, 'once'>, kids: string | null) {
  if (known(ctx).lastSeenKids !== kids) forgetSigningKeys(ctx)
  known(ctx).lastSeenKids = kids
}

/** This zaaksysteem as a sender, at this moment. */
export function senderOf(ctx: SigningContext): Sender {
  return { source: ctx.env.ZAAKSYSTEEM_SOURCE, now: ctx.clock(), signingKey: (alg) => signingKey(ctx, alg) }
}

/**
 * Returns the private key that signs now: the newest of its algorithm whose `tekentVanaf` has passed.
 *
 * @throws when the algorithm has no key
 */
export async function signingKey(ctx: SigningContext, alg: SleutelAlgoritme): Promise<SigningKey> {
  const now = ctx.clock()
  const keys = await keysFor(ctx, alg)
  // If the clock of this process is behind, its first key may still lie in the future.
  const key = keys.findLast(({ tekentVanaf }) => tekentVanaf <= now) ?? keys[0]
  if (!key) throw new Error(`There is no key for ${alg}`)
  return key
}

async function keysFor(ctx: SigningContext, alg: SleutelAlgoritme): Promise<TimedKey[]> {
  const cache = cacheOf(ctx)
  const ofAlg = (await cache.keys).filter((key) => key.alg === alg)
  if (ofAlg.length > 0) return ofAlg

  let making = cache.making.get(alg)
  if (!making) {
    making = ensureSleutels(ctx, [alg]).then(() => forgetSigningKeys(ctx))
    cache.making.set(alg, making)
  }
  await making
  return (await cacheOf(ctx).keys).filter((key) => key.alg === alg)
}

/** Makes this process load the keys again, so that it sees changes at once. */
export function forgetSigningKeys(ctx: Pick<SigningContext, 'once'>) {
  known(ctx).cache = undefined
}

function cacheOf(ctx: SigningContext): Cache {
  const nowMs = ctx.clock().getTime()
  const { cache } = known(ctx)
  if (cache && Math.abs(nowMs - cache.loadedAtMs) < CACHE_MS) return cache
  const loading: Cache = { loadedAtMs: nowMs, keys: loadKeys(ctx), making: new Map() }
  known(ctx).cache = loading
  loading.keys.catch(() => {
    if (known(ctx).cache === loading) forgetSigningKeys(ctx)
  })
  return loading
}

async function loadKeys(ctx: SigningContext): Promise<TimedKey[]> {
  const { rows } = await ctx.pool.query<{
    kid: string
    alg: SleutelAlgoritme
    versleuteld: Uint8Array
    sleutelId: string
    tekentVanaf: Date
  }>({
    name: 'signing-keys',
    text: `
      select kid, alg, versleuteld, sleutel_id as "sleutelId", tekent_vanaf as "tekentVanaf" from sleutel
      where versleuteld is not null and (tekent_tot is null or tekent_tot > $1)
      order by tekent_vanaf`,
    values: [ctx.clock()],
  })
  return Promise.all(
    rows.map(async ({ kid, alg, tekentVanaf, ...encrypted }) => {
      const der = decrypt(ctx.env.ZAAKSYSTEEM_ENCRYPTION_KEYS, { ...encrypted, boundTo: kid })
      return { kid, alg, tekentVanaf, key: await importSigningKey(alg, der) }
    }),
  )
}

/**
 * Makes the first key of each algorithm that has none. If several processes do so at once, a unique index
 * keeps one.
 */
export async function ensureSleutels(ctx: SigningContext, algs: readonly SleutelAlgoritme[] = ALGORITHMS) {
  const { rows } = await ctx.pool.query<{ alg: SleutelAlgoritme }>({
    name: 'sleutel-algoritmen',
    text: 'select alg from sleutel where tekent_tot is null',
  })
  const missing = algs.filter((alg) => !rows.some((row) => row.alg === alg))
  await Promise.all(missing.map((alg) => insertFirst(ctx, alg)))
}

async function insertFirst(ctx: SigningContext, alg: SleutelAlgoritme) {
  const { kid, publiek, versleuteld, sleutelId, gepubliceerdOp } = await generateSleutel(ctx, alg)
  await ctx.pool.query(
    `insert into sleutel (kid, alg, publiek, versleuteld, sleutel_id, gepubliceerd_op, tekent_vanaf)
     values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing`,
    [kid, alg, publiek, versleuteld, sleutelId, gepubliceerdOp],
  )
}
