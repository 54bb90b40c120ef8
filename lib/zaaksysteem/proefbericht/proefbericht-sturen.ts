import { GEBEURTENIS_ID } from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { proefberichtRequest, proefberichtResultaat } from '#lib/contract/webhook.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { rateLimitHeaders } from '#lib/platform/openapi/rate-limit.ts'
import { ONBEKEND_PROBLEMS } from '../abonnement/api/abonnement-operations.ts'
import { operation } from '../api/operation.ts'
import { MAX_PER_MINUTE, sendProefbericht } from './send-proefbericht.ts'

export const proefberichtSturen = operation({
  on: 'POST /abonnementen/{id}/proefbericht',
  id: 'proefberichtSturen',
  tag: 'Bezorgingen',
  summary: 'Send a test event to the sink',
  description: `Sends an event of the given type with the attribute \`proefbericht\`, about a zaak that does not exist and without a \`sequence\`. It is sent at once and is not recorded as a delivery. The rate limit is ${MAX_PER_MINUTE} per minute.`,
  scope: 'abonnementen.beheren',
  optionsHeaders: {},
  isCounted: true,
  body: {
    schema: proefberichtRequest.meta({ id: 'Proefbericht' }),
    example: { type: EVENT_TYPES.statuswijziging },
  },
  answers: {
    200: {
      description: 'The response of the sink, even when the sink refused.',
      schema: proefberichtResultaat.meta({ id: 'ProefberichtResultaat' }),
      example: {
        eventId: GEBEURTENIS_ID,
        httpStatus: 204,
        foutsoort: null,
        foutdetail: null,
        duurMs: 31,
        headers: {},
        body: '',
        afgekapt: false,
      },
    },
  },
  problems: {
    ...ONBEKEND_PROBLEMS,
    wrong_status: { status: 409, detail: 'The sink of the abonnement has not consented.' },
    too_many_requests: {
      status: 429,
      detail: `An abonnement gets at most ${MAX_PER_MINUTE} proefberichten per minute.`,
    },
  },
  async handle(ctx, { params: { id }, caller: { client }, actor, body: { type }, refuse }) {
    const sent = await sendProefbericht(ctx, { id, client, actor, type })
    if (sent.ok) return jsonResponse(sent.resultaat, { headers: rateLimitHeaders(sent.left) })
    if (sent.reason !== 'too_many_requests') return refuse(sent.reason)
    return refuse(sent.reason, {
      headers: { 'Retry-After': String(sent.left.seconds), ...rateLimitHeaders(sent.left) },
    })
  },
})
