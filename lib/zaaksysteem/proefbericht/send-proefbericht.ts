import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import {
  type EventType,
  VOORVAL_SOORTEN,
  VOORVAL_TYPES,
  type VoorvalType,
  wijzigingOfType,
} from '#lib/contract/event-types.ts'
import type { ProefberichtResultaat } from '#lib/contract/webhook.ts'
import { PROEFBERICHT } from '#lib/contract/zaak-event.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { type Left, leftOf } from '#lib/platform/openapi/rate-limit.ts'
import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import { sendEvents } from '../bezorging/send/send-events.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { AbonnementModel } from '../generated/models.ts'
import { composeGebeurtenis } from '../outbox/compose-gebeurtenis.ts'
import { eventText } from '../outbox/event-text.ts'
import { composeVoorval } from '../outbox/tell-voorvallen.ts'

/** Short, because a person waits for the response. */
const TIMEOUT_MS = 10 * SECOND_MS
/** Most proefberichten per abonnement and minute: each is for a person who reads the response. */
export const MAX_PER_MINUTE = 5
const QUOTA = { name: 'proefberichten', most: MAX_PER_MINUTE, seconds: MINUTE_MS / SECOND_MS }

type SentProefbericht =
  | { ok: true; resultaat: ProefberichtResultaat; left: Left }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'wrong_status' }
  | { ok: false; reason: 'too_many_requests'; left: Left }

/**
 * Sends one made-up event, marked as a test, at once. It is signed and sent like a bezorging of the
 * abonnement, in its contentmodus. It is no bezorging: not stored, not retried, in no statistics. A sink
 * without toestemming gets none.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function sendProefbericht(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'env' | 'clock' | 'log' | 'once'>,
  { id, client, actor, type }: { id: string; client?: string; actor: Actor; type: EventType | VoorvalType },
): Promise<SentProefbericht> {
  const admitted = await admit(ctx, { id, client, actor })
  if (!admitted.ok) return admitted

  const { abonnement } = admitted
  const { eventId, event } = composeProefbericht(ctx, type)
  const geheimen = await ctx.db.geheim.findMany({ where: { abonnementId: id } })
  const shipment = { ...abonnement, abonnementId: id, geheimen, messageId: eventId, mayBeThere: false, events: [event] }
  const { duurMs, answer } = await sendEvents(ctx, shipment, { timeoutMs: TIMEOUT_MS })
  const { httpStatus, foutsoort, foutdetail, body, afgekapt } = answer
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([, value]) => value !== undefined))
  ctx.log.info({ abonnementId: id, eventId, httpStatus, code: foutsoort ?? undefined }, 'A proefbericht was sent')
  return {
    ok: true,
    left: admitted.left,
    resultaat: {
      eventId,
      httpStatus,
      foutsoort,
      foutdetail,
      duurMs,
      headers: headers as ProefberichtResultaat['headers'],
      body,
      afgekapt,
    },
  }
}

type Admission = { ok: true; abonnement: AbonnementModel; left: Left } | Exclude<SentProefbericht, { ok: true }>

/** Counts auditregels. The lock on the abonnement lets concurrent requests count each other. */
async function admit(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log' | 'once'>,
  { id, client, actor }: { id: string; client: string | undefined; actor: Actor },
): Promise<Admission> {
  return recordedTransaction(ctx, async (tx, record): Promise<Admission> => {
    await tx.$executeRaw`select from abonnement where id = ${id}::uuid for no key update`
    const abonnement = await tx.abonnement.findFirst({ where: { id, client } })
    if (!abonnement) return { ok: false, reason: 'not_found' }
    if (abonnement.status === 'wacht_op_toestemming' || abonnement.status === 'geweigerd') {
      return { ok: false, reason: 'wrong_status' }
    }
    const now = ctx.clock()
    const rows = await tx.auditregel.findMany({
      where: {
        handeling: 'proefbericht_sturen',
        objectId: id,
        tijdstip: { gt: new Date(now.getTime() - MINUTE_MS), lte: now },
      },
      orderBy: { tijdstip: 'desc' },
      take: MAX_PER_MINUTE,
      select: { tijdstip: true },
    })
    const asked = rows.map(({ tijdstip }) => tijdstip)
    if (asked.length === MAX_PER_MINUTE)
      return { ok: false, reason: 'too_many_requests', left: leftOf(QUOTA, asked, now) }
    await record({ actor, handeling: 'proefbericht_sturen', object: { soort: 'abonnement', id } })
    return { ok: true, abonnement, left: leftOf(QUOTA, [now, ...asked], now) }
  })
}

const GEGEVEN = { falend: new Date(0).toISOString(), uitgeschakeld: 'gone', hersteld: null } as const

/**
 * Composes an event of this type, marked as a test, about a zaak or an abonnement that does not exist. It has
 * no `sequence`, because receivers look for gaps in the sequences of real events.
 */
export function composeProefbericht(
  ctx: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  type: EventType | VoorvalType,
): { eventId: string; event: string } {
  const eventId = uuidv7()
  const voorval = VOORVAL_SOORTEN.find((each) => VOORVAL_TYPES[each] === type)
  if (voorval) {
    const about = { abonnementId: randomUUID(), soort: voorval, gegeven: GEGEVEN[voorval] }
    return { eventId, event: asProef(ctx, composeVoorval(ctx, { ...about, id: eventId, op: ctx.clock() }).body) }
  }
  const soort = wijzigingOfType(type as EventType)
  const { event } = composeGebeurtenis(ctx, {
    id: eventId,
    vastgelegdOp: ctx.clock(),
    zaakId: randomUUID(),
    soort,
    oudeStatus: soort === 'registratie' ? null : 'ontvangen',
    nieuweStatus: soort === 'registratie' ? 'ontvangen' : 'in_behandeling',
    besluitId: randomUUID(),
    documentId: randomUUID(),
    traceparent: traceparentOf(null),
  })
  return { eventId, event: asProef(ctx, event) }
}

const asProef = (ctx: Pick<ZaaksysteemContext, 'env'>, event: string) =>
  eventText(ctx, JSON.stringify({ ...JSON.parse(event), [PROEFBERICHT]: true }))
