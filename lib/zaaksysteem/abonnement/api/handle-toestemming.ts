import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import {
  API_HEADERS,
  methodNotAllowed,
  notFoundResponse,
  type Problems,
  problemResponse,
} from '#lib/platform/http/problem-json.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { recordToestemming } from '../toestemming/record-toestemming.ts'
import { effectiveRate, REQUESTED_RATE } from '../toestemming/request-toestemming.ts'
import { ALLOW, optionsResponse } from './options-response.ts'

export const TOESTEMMING_PROBLEMS = {
  rate_invalid: {
    status: 400,
    title: 'Invalid rate',
    detail: `${WEBHOOK_HEADERS.allowedRate} must be a whole number of deliveries per minute from 1, or *.`,
  },
} as const satisfies Problems

const refuseMethod = methodNotAllowed(...ALLOW.toestemming)

/**
 * `/v1/toestemming/{sleutel}`: the callback of a handshake (CloudEvents webhook section 4.1.2). The key proves that the
 * sink calls, and works once. A wrong, used or expired key gets the same answer. Without WebHook-Allowed-Rate the rate
 * that we asked for is allowed.
 */
export async function handleToestemming(ctx: ZaaksysteemContext, request: Request, sleutel: string): Promise<Response> {
  if (request.method === 'OPTIONS') return optionsResponse(ALLOW.toestemming)
  if (request.method !== 'GET' && request.method !== 'POST') return refuseMethod()
  const allowed = effectiveRate(request.headers.get(WEBHOOK_HEADERS.allowedRate) ?? String(REQUESTED_RATE))
  // Before the key is looked up: a wrong rate does not use it up, and the answer does not tell whether it is valid.
  if (!allowed.ok) return rateInvalid()

  const handshake = { callbackHash: hashToken(sleutel), callbackTot: { gt: ctx.clock() } }
  if (!(await recordToestemming(ctx, handshake, allowed.rate))) return notFoundResponse()
  // Plain Dutch, because a person may have opened the address in a browser.
  return new Response('Toestemming gegeven. U kunt dit venster sluiten.', {
    headers: { ...API_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

function rateInvalid(): Response {
  return problemResponse({ code: 'rate_invalid', ...TOESTEMMING_PROBLEMS.rate_invalid })
}
