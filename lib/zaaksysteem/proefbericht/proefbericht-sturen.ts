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
  summary: 'Sends a test to the sink, and tells what it said',
  description: `An event of the type that you choose with the attribute \`proefbericht\`, about a zaak that is not there, and without a \`sequence\`. It is sent at once and is no delivery. At most ${MAX_PER_MINUTE} in a minute.`,
  scope: 'abonnementen.beheren',
  optionsHeaders: {},
  isCounted: true,
  body: {
    schema: proefberichtRequest.meta({ id: 'Proefbericht' }),
    example: { type: EVENT_TYPES.statuswijziging },
  },
  answers: {
    200: {
      description: 'What the sink said, also when it refused.',
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
      detail: `An abonnement gets at most ${MAX_PER_MINUTE} proefberichten in a minute.`,
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
