import { randomBytes, randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { SIGNERS } from '#lib/proof/sign/signers.ts'
import { renderRequest } from '#lib/zaaksysteem/bezorging/send/render-request.ts'
import { type SigningContext, senderOf } from '#lib/zaaksysteem/signing/signing-keys.ts'
import type { Outgoing } from './closed-loop.ts'

const SIGNED_AT_ONCE = 64

/**
 * Prepares the requests of a zaaksysteem. The zaken in turn alternate between two statuses, so that each
 * event of a zaak follows the one before it.
 */
export function createSender(
  ctx: SigningContext,
  { sink, zaken, statussen }: { sink: string; zaken: string[]; statussen: [string, string] },
) {
  const secrets: Partial<Record<Credentialtype, string>> = {
    ACCESSTOKEN: randomBytes(32).toString('base64url'),
    STANDARDWEBHOOKS: `whsec_${randomBytes(32).toString('base64')}`,
  }
  let sequence = 0

  function nextEvent(): { id: string; text: string } {
    const zaakId = zaken[sequence % zaken.length] as string
    const [oudeStatus, nieuweStatus] =
      Math.floor(sequence / zaken.length) % 2 === 0 ? statussen : statussen.toReversed()
    sequence += 1
    const id = uuidv7()
    const time = new Date().toISOString()
    const event = {
      specversion: '1.0',
      id,
      source: ctx.env.ZAAKSYSTEEM_SOURCE,
      type: EVENT_TYPES.statuswijziging,
      subject: zaakId,
      time,
      datacontenttype: 'application/json',
      dataref: `/api/zaaksysteem/v1/zaken/${zaakId}`,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      data: { event: 'vergunning.status.veranderd', zaakId, oudeStatus, nieuweStatus, timestamp: time },
      sequence: String(sequence),
      sequencetype: 'Integer',
    }
    return { id, text: JSON.stringify(event) }
  }

  async function prepareOne(credentialtype: Credentialtype, perRequest: number): Promise<Outgoing> {
    const events = Array.from({ length: perRequest }, nextEvent)
    const isBatch = perRequest > 1
    const rendered = renderRequest(
      isBatch ? 'batch' : 'structured',
      events.map(({ text }) => text),
    )
    const headers = {
      ...rendered.headers,
      [WEBHOOK_HEADERS.requestOrigin.toLowerCase()]: ctx.env.ZAAKSYSTEEM_ORIGIN,
    }
    const eventId = isBatch ? randomUUID() : (events[0]?.id as string)
    const geheimen = [secrets[credentialtype] ?? []].flat()
    const proof = await SIGNERS[credentialtype](senderOf(ctx), {
      body: rendered.body,
      eventId,
      sink,
      method: 'POST',
      headers,
      geheimen,
    })
    return { method: 'POST', path: new URL(sink).pathname, headers: { ...headers, ...proof }, body: rendered.body }
  }

  return {
    secrets,
    /**
     * Signs in advance, so that the measurement does not include it. The tokens are valid for 120 seconds.
     */
    async prepare(credentialtype: Credentialtype, { count, perRequest }: { count: number; perRequest: number }) {
      const prepared: Outgoing[] = []
      while (prepared.length < count) {
        const atOnce = Math.min(SIGNED_AT_ONCE, count - prepared.length)
        prepared.push(
          ...(await Promise.all(Array.from({ length: atOnce }, () => prepareOne(credentialtype, perRequest)))),
        )
      }
      return prepared
    },
  }
}
