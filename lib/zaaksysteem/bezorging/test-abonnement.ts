import type { AbonnementRequest } from '#lib/contract/abonnement-resource.ts'
import { registerAbonnement } from '../abonnement/register-abonnement.ts'
import { performHandshakes } from '../abonnement/toestemming/test-handshakes.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { STREAM, SUBJECT, type TestStream } from '../egress/nats/test-stream.ts'
import { BALIE } from '../env.ts'
import type { Prisma } from '../generated/client.ts'
import type { ClaimedBezorging } from './claim/claim-bezorgingen.ts'
import { distributeAndClaim } from './claim/distribute-and-lease.ts'
import type { Poging } from './record/poging.ts'
import { recordPogingen } from './record/record-pogingen.ts'
import { deliver, makeParcels } from './send/deliver.ts'

/** An actief abonnement on a sink that gives its toestemming. */
export function subscribe(ctx: ZaaksysteemContext, sink: string, types: string[] = []): Promise<string> {
  return register(ctx, { protocol: 'HTTP', sink, types, sinkcredential: { credentialtype: 'JWT' } })
}

/** An actief abonnement on a stream; `changes` override its settings. */
export function subscribeOverNats(
  ctx: ZaaksysteemContext,
  { sink, credential }: Pick<TestStream, 'sink' | 'credential'>,
  changes: Partial<Extract<AbonnementRequest, { protocol: 'NATS' }>> = {},
): Promise<string> {
  return register(ctx, {
    protocol: 'NATS',
    sink,
    protocolsettings: { subject: SUBJECT, stream: STREAM },
    sinkcredential: { credentialtype: 'PLAIN', ...credential },
    ...changes,
  })
}

async function register(ctx: ZaaksysteemContext, request: AbonnementRequest): Promise<string> {
  const registered = await registerAbonnement(ctx, { client: 'publieksportaal', actor: OPDRACHTREGEL, request })
  if (!registered.ok) throw new Error(registered.reason)
  await performHandshakes(ctx)
  return registered.abonnement.id
}

/** Inserts an abonnement without a handshake: by default actief and with a sink that does not exist. */
export async function addAbonnement(
  ctx: ZaaksysteemContext,
  fields: Partial<Prisma.AbonnementUncheckedCreateInput> = {},
): Promise<string> {
  const now = ctx.clock()
  const { id } = await ctx.db.abonnement.create({
    data: {
      client: BALIE,
      sink: `https://sink.test/${crypto.randomUUID()}`,
      status: 'actief',
      types: [],
      credentialtype: 'JWT',
      herhaalschema: [],
      aangemaaktOp: now,
      statusSinds: now,
      ...fields,
    },
  })
  return id
}

/**
 * Sends and records claimed bezorgingen. Retries are planned in the middle of the jitter, so exactly on
 * schedule.
 */
export async function deliverClaimed(
  ctx: ZaaksysteemContext,
  claimed: readonly ClaimedBezorging[],
  options: { timeoutMs?: number } = {},
) {
  const pogingen = await Promise.all(makeParcels(claimed).map((parcel) => deliver(ctx, parcel, options)))
  return recordPogingen(ctx, pogingen.flat(), { random: () => 0.5 })
}

/** Distributes, claims and sends once what is due by the clock of `ctx`. */
export async function deliverDue(ctx: ZaaksysteemContext, options: { timeoutMs?: number } = {}) {
  const { claimed } = await distributeAndClaim(ctx, { limit: 256 })
  return deliverClaimed(ctx, claimed, options)
}

/** An ended attempt for which no request was sent; accepted unless `outcome` differs. */
export function endedPoging(
  ctx: ZaaksysteemContext,
  bezorging: ClaimedBezorging,
  outcome: Partial<Omit<Poging, 'bezorging'>> = {},
): Poging {
  return {
    bezorging,
    gedeeldMet: 1,
    begonnenOp: ctx.clock(),
    duurMs: 12,
    httpStatus: 204,
    foutsoort: null,
    foutdetail: null,
    requestHeaders: {},
    responseHeaders: {},
    responseBody: '',
    responseAfgekapt: false,
    retryAfter: null,
    ...outcome,
  }
}
