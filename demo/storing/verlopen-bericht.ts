import { decodeJwt } from 'jose'
import { SECOND_MS } from '#lib/platform/durations.ts'
import type { DemoBericht } from '../stage/demo-bericht.ts'
import { type Verzoek, withoutConnection } from './lijn.ts'

/** Receivers accept a token for some seconds after `exp`, because clocks differ. */
const TOLERANCE_MS = 30 * SECOND_MS

type Bericht = NonNullable<DemoBericht['bericht']>

/**
 * Keeps two messages from the line: one to show, whose token has expired, and one to show after it. A message
 * with a valid token is never shown, because a viewer could send it again.
 */
export function createVerlopenBericht(now: () => Date = () => new Date()) {
  let shown: Bericht | undefined
  let next: { bericht: Bericht; expiresAt: Date } | undefined

  function showExpired() {
    if (!next || now() < next.expiresAt) return
    shown = next.bericht
    next = undefined
  }
  return {
    record({ method, url, headers, body }: Verzoek) {
      showExpired()
      const exp = method === 'POST' && !next ? expiryOf(headers.authorization) : undefined
      if (exp === undefined) return
      const expiresAt = new Date(exp * SECOND_MS + TOLERANCE_MS)
      // A viewer sent the shown message again.
      if (expiresAt <= now()) return
      const bericht: Bericht = {
        url,
        headers: Object.fromEntries(
          Object.entries(withoutConnection(headers)).map(([name, value]) => [name, String(value)]),
        ),
        body: body.toString(),
        aangekomenOp: now().toISOString(),
      }
      next = { bericht, expiresAt }
    },
    read(): Pick<DemoBericht, 'bericht' | 'volgendeOp'> {
      showExpired()
      return { bericht: shown ?? null, volgendeOp: next?.expiresAt.toISOString() ?? null }
    },
  }
}

/** `exp` of a Bearer token in seconds; `undefined` when the request has no JWT. */
function expiryOf(authorization: string | undefined): number | undefined {
  try {
    return decodeJwt(authorization?.replace(/^Bearer /, '') ?? '').exp
  } catch {
    return undefined
  }
}
