import { z } from 'zod'
import { geheimRequest, newGeheim } from '#lib/contract/abonnement-resource.ts'
import { RATE, WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { API_HEADERS, jsonResponse, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { operation } from '../../api/operation.ts'
import { rotateGeheim } from '../geheim/rotate-geheim.ts'
import { pauseAbonnement, resumeAbonnement } from '../pause-abonnement.ts'
import { recordToestemming } from '../toestemming/record-toestemming.ts'
import { effectiveRate, REQUESTED_RATE, requestHandshake } from '../toestemming/request-toestemming.ts'
import {
  AS_IT_IS,
  HANDSHAKE_LIMIT_PROBLEMS,
  LIMITS,
  OF_ABONNEMENTEN,
  ONBEKEND_PROBLEMS,
  quotaHeaders,
  refuseOverLimit,
} from './abonnement-operations.ts'
import { showGeheim } from './abonnement-registreren.ts'
import { findAbonnementOfClient } from './abonnement-resource.ts'

const statusOperation = (actie: { on: string; id: string; summary: string; perform: typeof pauseAbonnement }) =>
  operation({
    ...OF_ABONNEMENTEN,
    on: `POST /abonnementen/{id}/${actie.on}`,
    id: actie.id,
    summary: actie.summary,
    answers: AS_IT_IS,
    problems: {
      ...ONBEKEND_PROBLEMS,
      wrong_status: { status: 409, detail: 'The status of the abonnement does not allow this.' },
    },
    async handle(ctx, { params: { id }, caller: { client }, actor, refuse }) {
      const changed = await actie.perform(ctx, { id, client, actor })
      if (!changed.ok) return refuse(changed.reason)
      const abonnement = await findAbonnementOfClient(ctx, { id, client })
      return abonnement ? jsonResponse(abonnement) : refuse('not_found')
    },
  })

export const abonnementPauzeren = statusOperation({
  on: 'pauze',
  id: 'abonnementPauzeren',
  summary: 'Pause deliveries and skip new events',
  perform: pauseAbonnement,
})

export const abonnementHervatten = statusOperation({
  on: 'hervatting',
  id: 'abonnementHervatten',
  summary: 'Resume deliveries',
  perform: resumeAbonnement,
})

export const abonnementVerifieren = operation({
  ...OF_ABONNEMENTEN,
  on: 'POST /abonnementen/{id}/verificatie',
  id: 'abonnementVerifieren',
  summary: 'Ask the sink for consent again',
  description: `The earlier consent of an abonnement that is \`actief\` stays valid until the sink answers. It also stays valid after that, unless the sink names another origin (\`geweigerd\`) or answers 410 (\`uitgeschakeld\`). Read the outcome with a later \`GET\`: \`foutcode\` is the reason why the handshake failed, or null if the sink consented.\n\n${LIMITS}`,
  isCounted: true,
  answers: { 202: { ...AS_IT_IS[200], description: 'The handshake was requested.' } },
  problems: { ...ONBEKEND_PROBLEMS, ...HANDSHAKE_LIMIT_PROBLEMS },
  async handle(ctx, { params: { id }, caller: { client }, actor, refuse }) {
    const requested = await requestHandshake(ctx, { id, client, actor })
    if (!requested.ok)
      return requested.reason === 'not_found' ? refuse('not_found') : refuseOverLimit(refuse, requested)
    const abonnement = await findAbonnementOfClient(ctx, { id, client })
    return abonnement
      ? jsonResponse(abonnement, { status: 202, headers: quotaHeaders(requested) })
      : refuse('not_found')
  },
})

export const geheimWisselen = operation({
  ...OF_ABONNEMENTEN,
  on: 'POST /abonnementen/{id}/geheim',
  id: 'geheimWisselen',
  summary: 'Rotate the secret',
  description:
    'For credentialtype ACCESSTOKEN and STANDARDWEBHOOKS. The earlier secret stays valid for `overlapUren`. The body is optional; without it the overlap is 24 hours.',
  body: { schema: geheimRequest.meta({ id: 'GeheimVerzoek' }), example: { overlapUren: 24 }, isOptional: true },
  answers: {
    201: {
      description: 'The new secret. No later response contains it.',
      schema: newGeheim.meta({ id: 'NieuwGeheim' }),
      example: { sinkcredential: { credentialtype: 'ACCESSTOKEN', accesstoken: 'only-shown-here' } },
    },
  },
  problems: {
    ...ONBEKEND_PROBLEMS,
    no_secret: { status: 409, detail: 'Abonnementen of this credentialtype have no secret.' },
  },
  async handle(ctx, { params: { id }, caller: { client }, actor, body: { overlapUren: overlapHours }, refuse }) {
    const rotated = await rotateGeheim(ctx, { id, client, actor, overlapHours })
    if (!rotated.ok) return refuse(rotated.reason)
    return jsonResponse({ sinkcredential: showGeheim(rotated, rotated.geheim) }, { status: 201 })
  },
})

/**
 * The callback of a handshake (CloudEvents webhook section 4.1.2). Its key authenticates the sink, and works
 * once. A wrong, used or expired key gets the same response. Without WebHook-Allowed-Rate the requested rate
 * is allowed.
 */
const toestemmingOperation = (method: 'GET' | 'POST', id: string) =>
  operation({
    ...OF_ABONNEMENTEN,
    scope: undefined,
    on: `${method} /toestemming/{sleutel}`,
    id,
    summary: 'Consent to a handshake by callback',
    description:
      'A sink that consents later calls the URL in `WebHook-Request-Callback` of the handshake (CloudEvents webhook 4.1.2). The key in that URL works once. A wrong, a used and an expired key get the same response.',
    // A HEAD request must give no toestemming.
    hasHead: false,
    path: { sleutel: z.string().meta({ example: 'qVY0yq1mM3vZ0m2tW0mQ4w' }) },
    headers: z.object({
      [WEBHOOK_HEADERS.allowedRate]: z
        .string()
        .regex(RATE)
        .optional()
        .describe('The allowed deliveries per minute, or `*` for no limit. Default: the requested rate.')
        .meta({ example: '120' }),
    }),
    answers: {
      200: { description: 'The abonnement is actief.', type: 'text/plain; charset=utf-8', schema: z.string() },
    },
    problems: {
      rate_invalid: {
        status: 400,
        detail: `${WEBHOOK_HEADERS.allowedRate} must be a whole number of deliveries per minute from 1, or *.`,
      },
    },
    async handle(ctx, { request, params: { sleutel }, refuse }) {
      const allowed = effectiveRate(request.headers.get(WEBHOOK_HEADERS.allowedRate) ?? String(REQUESTED_RATE))
      // Checked before the key: an invalid rate does not use it up, and the response does not show whether
      // the key is valid.
      if (!allowed.ok) return refuse('rate_invalid')

      const handshake = { callbackHash: hashToken(sleutel), callbackTot: { gt: ctx.clock() } }
      if (!(await recordToestemming(ctx, handshake, allowed.rate))) return notFoundResponse()
      // Plain Dutch, because a person may have opened the address in a browser.
      return new Response('Toestemming gegeven. U kunt dit venster sluiten.', {
        headers: { ...API_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' },
      })
    },
  })

export const toestemmingGeven = toestemmingOperation('GET', 'toestemmingGeven')
export const toestemmingGevenMetPost = toestemmingOperation('POST', 'toestemmingGevenMetPost')
