import { z } from 'zod'

/** The most in one request. */
export const MAX_BEREIKBAARHEDEN = 100

const bereikbaarheid = z.strictObject({
  zaakId: z.uuid(),
  portaalGebruikt: z.boolean().describe('Whether the aanvrager, or who acts for him, ever signed in there.'),
  emailBevestigd: z
    .boolean()
    .describe('Whether he has an e-mail address there that he confirmed and that takes mail. Not which.'),
})

/**
 * `POST /v1/bereikbaarheden`: whether news reaches the aanvragers of these zaken through a portal, for the
 * scope `bewijzen.melden`. What is reported last of a zaak holds, so a repeat changes nothing, and an
 * Idempotency-Key is not needed.
 */
export const bereikbaarhedenRequest = z.strictObject({
  bereikbaarheden: z.array(bereikbaarheid).min(1).max(MAX_BEREIKBAARHEDEN),
})

/** The 200 answer: which of the zaken there are, for this client. Of others nothing is kept. */
export const bereikbaarhedenAnswer = z.object({ zaakIds: z.array(z.uuid()) })
