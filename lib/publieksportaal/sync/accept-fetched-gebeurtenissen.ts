import type { PublieksportaalContext } from '../context.ts'
import { acceptEvent } from '../inbox/accept-event.ts'
import { acceptEvents } from '../inbox/accept-events.ts'
import { parseEvent } from '../receiver/content/parse-event.ts'

/** Not signed: the portal fetched it from the configured address, with its own token. */
const FETCHED = { credentialtype: 'OPGEHAALD', kid: 'api' }

/**
 * Puts fetched events through the inbox, which skips those that have arrived by now. An invalid event, or one that
 * differs from what was received before, is logged and skipped, so that it does not block the others.
 */
export async function acceptFetchedGebeurtenissen(
  ctx: PublieksportaalContext,
  { gebeurtenissen, bodySha256 }: { gebeurtenissen: { sequence: string }[]; bodySha256: string },
): Promise<void> {
  const proof = { ...FETCHED, bodySha256 }
  const events = gebeurtenissen.flatMap((gebeurtenis) => {
    const parsed = parseEvent(gebeurtenis)
    if (parsed.ok) return parsed.event
    const [problem] = parsed.problems
    ctx.log.error({ sequence: gebeurtenis.sequence, code: problem?.code }, 'A fetched event is invalid; passed over')
    return []
  })
  const batch = await acceptEvents(ctx, { events, proof })
  if (batch.ok) {
    ctx.log.info({ sequence: gebeurtenissen[0]?.sequence, count: batch.accepted }, 'Missing events fetched')
    return
  }
  for (const event of events) {
    const acceptance = await acceptEvent(ctx, { event, proof })
    if (acceptance !== 'different_content') continue
    const { id: eventId, sequence } = event
    ctx.log.error({ eventId, sequence }, 'A fetched event differs from what was received; not applied')
  }
}
