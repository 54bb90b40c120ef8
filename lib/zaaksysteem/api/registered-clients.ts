import type pg from 'pg'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { ApiScope } from '../env.ts'

/** Prefix of every token of a registered client, so that scanners of code and logs recognise a leaked one. */
export const TOKEN_PREFIX = 'zb_'

/** The longest delay before a process sees a change of the clients when it missed the NOTIFY. */
const MAX_AGE_MS = 5 * SECOND_MS
/**
 * Last use is written at most once a minute, not per use. That suffices to see whether a token is still
 * needed.
 */
const USE_NOTED_EVERY_MS = MINUTE_MS

type Ctx = Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log' | 'once'>

/** An API client that a beheerder registered. Absent zaaktypen or types mean all. */
type RegisteredClient = {
  client: string
  scopes: readonly ApiScope[]
  zaaktypen: readonly string[] | undefined
  types: readonly string[] | undefined
}

/** `verlooptOp`: of the token or its client, whichever is first. */
type Entry = { tokenId: string; verlooptOp: Date; registered: RegisteredClient }

type Known = {
  byHash: ReadonlyMap<string, Entry>
  /** when the last read began; undefined when the clients must be read again */
  readMs: number | undefined
  reading: Promise<void> | undefined
  changes: number
  /** when a use of each token was last stored */
  notedMs: Map<string, number>
}

const READ = `
  select api_token.id as "tokenId", hash, naam as client, scopes, zaaktypen, types,
         least(api_client.verloopt_op, api_token.verloopt_op) as "verlooptOp"
  from api_token join api_client on api_client.id = client_id
  where ingetrokken_op is null`

/**
 * Returns the registered client with this token. All clients, hundreds at most, are in memory: a valid token
 * costs no query, and a flood of wrong ones costs one in a few seconds. The lookup by hash leaks nothing
 * through its timing, because an attacker cannot choose how the hash of a guess begins.
 */
export async function findRegisteredClient(ctx: Ctx, token: string): Promise<RegisteredClient | undefined> {
  if (!token.startsWith(TOKEN_PREFIX)) return undefined
  const known = knownOf(ctx)
  // The read is repeated when something changed during it, because it may have missed the change.
  while (isOld(known)) await read(ctx, known)
  const found = known.byHash.get(hashToken(token))
  if (!found || found.verlooptOp <= ctx.clock()) return undefined
  noteUse(ctx, known, found.tokenId)
  return found.registered
}

/** Makes the next request read the clients again: after a change here, or the NOTIFY of one elsewhere. */
export function forgetRegisteredClients(ctx: Pick<Ctx, 'once'>): void {
  const known = knownOf(ctx)
  known.changes += 1
  known.readMs = undefined
}

const knownOf = ({ once }: Pick<Ctx, 'once'>) =>
  once(
    'api-clients',
    (): Known => ({
      byHash: new Map(),
      readMs: undefined,
      reading: undefined,
      changes: 0,
      notedMs: new Map(),
    }),
  )

function isOld({ readMs }: Known): boolean {
  return readMs === undefined || performance.now() - readMs > MAX_AGE_MS
}

/** Callers that wait at the same moment share one read of the clients. */
function read({ pool }: Pick<Ctx, 'pool'>, known: Known): Promise<void> {
  known.reading ??= readAll(pool, known).finally(() => {
    known.reading = undefined
  })
  return known.reading
}

type Row = {
  tokenId: string
  hash: string
  client: string
  scopes: ApiScope[]
  zaaktypen: string[]
  types: string[]
  verlooptOp: Date
}

async function readAll(pool: pg.Pool, known: Known): Promise<void> {
  const { changes } = known
  const beganMs = performance.now()
  const { rows } = await pool.query<Row>({ name: 'read-api-clients', text: READ })
  known.byHash = new Map(rows.map((row) => [row.hash, toEntry(row)]))
  known.readMs = known.changes === changes ? beganMs : undefined
}

function toEntry({ tokenId, verlooptOp, client, scopes, zaaktypen, types }: Row): Entry {
  return {
    tokenId,
    verlooptOp,
    registered: { client, scopes, zaaktypen: toLimit(zaaktypen), types: toLimit(types) },
  }
}

function toLimit(stored: string[]): string[] | undefined {
  return stored.length > 0 ? stored : undefined
}

/** Stores when a token was last used. No request waits for this, or fails with it. */
function noteUse({ pool, clock, log }: Ctx, { notedMs }: Known, tokenId: string): void {
  const nowMs = performance.now()
  if (nowMs - (notedMs.get(tokenId) ?? Number.NEGATIVE_INFINITY) < USE_NOTED_EVERY_MS) return
  notedMs.set(tokenId, nowMs)
  const update = 'update api_token set laatst_gebruikt_op = greatest(laatst_gebruikt_op, $2) where id = $1'
  pool.query(update, [tokenId, clock()]).catch((err) => {
    log.warn({ err }, 'The use of a token could not be noted')
  })
}
