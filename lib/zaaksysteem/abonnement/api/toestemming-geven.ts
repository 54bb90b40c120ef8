import { z } from 'zod'
import { RATE, WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { API_HEADERS, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { operation } from '../../api/operation.ts'
import { recordToestemming } from '../toestemming/record-toestemming.ts'
import { effectiveRate, REQUESTED_RATE } from '../toestemming/request-toestemming.ts'
import { OF_ABONNEMENTEN } from './abonnement-operations.ts'

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
    summary: 'Gives the consent that a handshake asked for',
    description:
      'CloudEvents webhook 4.1.2: the handshake names this address in `WebHook-Request-Callback`, for a sink that consents later. The key in it works once; a wrong, used or expired one is answered the same.',
    // A HEAD request must give no toestemming.
    hasHead: false,
    path: { sleutel: z.string().meta({ example: 'qVY0yq1mM3vZ0m2tW0mQ4w' }) },
    headers: z.object({
      [WEBHOOK_HEADERS.allowedRate]: z
        .string()
        .regex(RATE)
        .optional()
        .describe('Deliveries per minute, or `*` for any number. Absent: as many as were asked for.')
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
