import type { IncomingMessage } from 'node:http'
import { SECOND_MS } from '../durations.ts'
import { CLIENT_ADDRESS_HEADER, clientParty } from '../http/client-address.ts'
import { createLane } from '../tasks/lane.ts'
import { isApi } from './api-request.ts'
import type { Admission } from './create-web-server.ts'

/** The longest that a person waits for an act: for a sign-in of another server that hardly answers. */
const ACT_LIMIT_MS = 20 * SECOND_MS

/**
 * What people post to pages. React waits without an end for arguments of an act that refer to one another, so an act ends by
 * itself; whoever sends many of them leaves half of the places to others.
 */
export function pageAdmission(): (request: IncomingMessage) => Admission {
  const lane = createLane({ places: 64, each: 32 })
  return ({ method, url, headers }) =>
    method !== 'POST' || isApi(url as string)
      ? undefined
      : { lane, party: clientParty(headers[CLIENT_ADDRESS_HEADER]), limitMs: ACT_LIMIT_MS }
}
