import type { IncomingMessage } from 'node:http'
import { SECOND_MS } from '../durations.ts'
import { CLIENT_ADDRESS_HEADER, clientParty } from '../http/client-address.ts'
import { problemResponse } from '../http/problem-json.ts'
import { createLane } from '../tasks/lane.ts'
import { isApi } from './api-request.ts'
import type { Admission } from './create-web-server.ts'

/** The longest that a person waits for an act: for a sign-in of another server that hardly answers. */
const ACT_LIMIT_MS = 20 * SECOND_MS

/** As next.config.mjs has it: Next.js reads no more of it, and then answers 500. */
export const MAX_ACT_BYTES = 256 * 1024

/**
 * What people post to pages. React waits without an end for arguments of an act that refer to one another, so an act ends by
 * itself; whoever sends many of them leaves half of the places to others.
 */
export function pageAdmission(): (request: IncomingMessage) => Admission {
  const lane = createLane({ places: 64, each: 32 })
  return ({ method, url, headers }) => {
    if (method !== 'POST' || isApi(url as string)) return undefined
    // A browser always says how long its form is.
    if (Number(headers['content-length']) > MAX_ACT_BYTES) return tooLarge()
    return { lane, party: clientParty(headers[CLIENT_ADDRESS_HEADER]), limitMs: ACT_LIMIT_MS }
  }
}

function tooLarge(): Response {
  const detail = `Send at most ${MAX_ACT_BYTES} bytes.`
  return problemResponse({ status: 413, code: 'body_too_large', title: 'Body too large', detail })
}
