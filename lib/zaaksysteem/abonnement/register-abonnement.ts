import type { z } from 'zod'
import {
  type AbonnementRequest,
  type AbonnementResource,
  abonnementRequest,
  leavesAuthorization,
} from '#lib/contract/abonnement-resource.ts'
import type { Left } from '#lib/platform/openapi/rate-limit.ts'
import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { vetNatsSink } from '../egress/nats/vet-nats-sink.ts'
import { type SinkPolicy, sinkPolicy, vetSink } from '../egress/sink-guard.ts'
import type { Prisma } from '../generated/client.ts'
import type { AbonnementModel } from '../generated/models.ts'
import { toAbonnementResource, WITH_TOEGANGEN } from './api/abonnement-resource.ts'
import { findAbonnementLimit, type OverLimit, takeHandshake } from './client-limits.ts'
import { type AbonnementFault, findMisfits, type Invalid } from './find-faults.ts'
import { makeGeheim, replaceNatsCredential } from './geheim/geheim.ts'
import { examineToegang, removalOf, type ToegangWish } from './toegang/examine-toegang.ts'
import { storeToegang } from './toegang/toegang.ts'
import { addHandshake } from './toestemming/request-toestemming.ts'

type Registration =
  /** `geheim`: the secret that was made now, which cannot be shown again; null when none was made */
  | {
      ok: true
      isNew: boolean
      abonnement: AbonnementResource
      geheim: string | null
      handshakeId: string
      left: Left | undefined
    }
  | Invalid<AbonnementFault>
  | OverLimit

/**
 * Stores an abonnement and orders its handshake, which a worker performs. The sink is stored unchanged: it
 * becomes `aud`.
 *
 * Registering the same client and sink again, and for NATS the same subject, changes the settings of the
 * existing abonnement. A portal can therefore register at each start without receiving everything twice. The
 * secret stays and is not returned again, unless the credentialtype changes; a client that lost it rotates
 * it. Over NATS the client gives the secret each time. Toegangen that are not given stay.
 *
 * The status stays until the handshake ends, because an abonnement that waits for toestemming misses events.
 * Only geweigerd becomes wacht_op_toestemming.
 *
 * @param input.isWrong - true when the caller found faults already: nothing is stored, and further faults are
 * returned
 */
export async function registerAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log' | 'once'>,
  input: { client: string; actor: Actor; request: AbonnementRequest; isWrong?: boolean },
): Promise<Registration> {
  const { client, actor, isWrong = false } = input
  const wish = abonnementRequest.parse(input.request)
  const { sink, config, naam, contact, types, filters } = wish
  const policy = sinkPolicy(ctx)
  const now = ctx.clock()
  const { natsSubject, natsStream, credentialtype } = transportOf(wish)
  const asked: ToegangWish = (wish.protocol === 'HTTP' && wish.protocolsettings) || {}
  const toegang = examineToegang(asked, { policy, now })
  const faults = [
    ...judgeSink(wish, policy),
    ...findMisfits({ protocol: wish.protocol, credentialtype }, { ...config, oauth2: asked.oauth2 }),
    ...toegang.faults,
  ]
  if (isWrong || faults.length > 0) return { ok: false, reason: 'invalid', faults }

  const waiting = { status: 'wacht_op_toestemming', statusSinds: now } as const
  const wishes = { naam, contact, types, filters, natsStream, ...config }
  const place = { client, sink, natsSubject }
  return recordedTransaction(ctx, async (tx, record): Promise<Registration> => {
    const showsToken = ctx.env.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY !== undefined
    const taken = await takeHandshake(tx, { client, now, showsToken })
    if (!taken.ok) return taken
    const isNew = (await tx.abonnement.count({ where: place })) === 0
    const limit = isNew ? await findAbonnementLimit(tx, client) : undefined
    if (limit) return limit
    // An earlier refusal says nothing about the new handshake.
    await tx.abonnement.updateMany({ where: { ...place, status: 'geweigerd' }, data: { ...waiting, foutcode: null } })
    const row = await tx.abonnement.upsert({
      where: { client_sink_natsSubject: place },
      create: { ...place, protocol: wish.protocol, credentialtype, ...wishes, ...waiting, aangemaaktOp: now },
      update: wishes,
    })
    const geheim = await settleCredential(ctx, tx, { row, wish })
    await storeToegang(ctx, tx, { abonnementId: row.id, changes: toegang.changes })
    const toegangen = await tx.toegang.findMany({ where: { abonnementId: row.id }, ...WITH_TOEGANGEN.toegangen })
    const handshakeId = await addHandshake(tx, { client, abonnementId: row.id, now })
    const object = { soort: 'abonnement', id: row.id }
    await record({ actor, handeling: 'abonnement_registreren', object })
    if (geheim) await record({ actor, handeling: 'geheim_tonen', object })
    const abonnement = toAbonnementResource({ ...row, credentialtype, toegangen })
    return { ok: true, isNew, abonnement, geheim, handshakeId, left: taken.left }
  })
}

function judgeSink({ protocol, sink }: Wish, policy: SinkPolicy): AbonnementFault[] {
  const verdict = protocol === 'NATS' ? vetNatsSink(sink, policy) : vetSink(sink, policy)
  if (!verdict.ok) return [{ reason: 'sink_not_allowed' }]
  const normal = protocol === 'HTTP' && normalSink(sink)
  return normal ? [{ reason: 'sink_not_normal', normal }] : []
}

/** The parts of an address: the authority, and the path with the query. */
const PARTS = /^https?:\/\/([^/?\\]+)((?:[/?\\].*)?)$/i
const ESCAPED = /%[0-9a-f]{2}/gi
/** RFC 3986 section 2.3. */
const UNRESERVED = /[\w.~-]/
/**
 * Characters that no path or query may hold (RFC 3986), and the quote, which URL parsers of browsers escape
 * in a query.
 */
const TO_ESCAPE = /["'<>[\\\]^`{|}]|%(?![0-9a-f]{2})/gi
const EMPTY_QUERY = /^([^?]*)\?$/
const DEFAULT_PORT = { 'http:': '80', 'https:': '443' } as Record<string, string>

/**
 * Returns the normal form of a sink, which URL parsers of all languages leave unchanged (RFC 3986 section
 * 6.2.2); `undefined` when it is normal. Receivers compare the sink with the signed one. The receivers of
 * `/ontwikkelaars` normalise some parts themselves, which may stay: capitals in scheme and host, a default
 * port, an empty path, and dot segments.
 */
function normalSink(sink: string): string | undefined {
  const { protocol, host, origin, pathname, search } = new URL(sink)
  const [, authority = '', target = ''] = PARTS.exec(sink) ?? []
  const hosts = [host, `${host}:${DEFAULT_PORT[protocol]}`]
  const isNormal = hosts.includes(authority.toLowerCase()) && normalTarget(target) === target
  return isNormal ? undefined : `${origin}${normalTarget(`${pathname}${search}`)}`
}

function normalTarget(target: string): string {
  return target
    .replace(EMPTY_QUERY, '$1')
    .replaceAll(TO_ESCAPE, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll(ESCAPED, (escaped) => {
      const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
      return UNRESERVED.test(character) ? character : escaped.toUpperCase()
    })
}

type Wish = z.output<typeof abonnementRequest>

/** The columns that differ by protocol. Messages over NATS are signed with a JWT. */
function transportOf(wish: Wish) {
  if (wish.protocol === 'HTTP') {
    return { natsSubject: '', natsStream: null, credentialtype: wish.sinkcredential.credentialtype }
  }
  const { subject, stream = null } = wish.protocolsettings
  return { natsSubject: subject, natsStream: stream, credentialtype: 'JWT' as const }
}

/**
 * The upsert has locked the row, so the second of two concurrent registrations finds the secret of the first.
 *
 * @returns the secret that was made; null when there was one already, or when none of ours is needed
 */
async function settleCredential(
  ctx: Pick<ZaaksysteemContext, 'env' | 'clock' | 'once'>,
  tx: Prisma.TransactionClient,
  { row, wish }: { row: AbonnementModel; wish: Wish },
): Promise<string | null> {
  const abonnementId = row.id
  if (wish.protocol === 'NATS') {
    const { identifier, secret } = wish.sinkcredential
    await replaceNatsCredential(ctx, tx, { abonnementId, credential: { identifier, secret } })
    return null
  }
  const { credentialtype } = wish.sinkcredential
  if (row.credentialtype !== credentialtype) {
    await tx.abonnement.update({ where: { id: abonnementId }, data: { credentialtype } })
    await tx.geheim.deleteMany({ where: { abonnementId } })
    // The credentialtype needs the Authorization header, so an OAuth token has no place any more.
    if (
      !leavesAuthorization(credentialtype) &&
      (await tx.toegang.count({ where: { abonnementId, soort: 'oauth2' } }))
    ) {
      await storeToegang(ctx, tx, { abonnementId, changes: [removalOf('oauth2')] })
    }
  }
  const present = await tx.geheim.findFirst({ where: { abonnementId, vervaltOp: null } })
  return present ? null : makeGeheim(ctx, tx, { abonnementId, credentialtype })
}
