import type { PublieksportaalContext } from '../context.ts'
import { acceptEvent } from '../inbox/accept-event.ts'
import { acceptEvents } from '../inbox/accept-events.ts'
import { parseEvent } from '../receiver/content/parse-event.ts'

/** Nobody signed it for us: it was fetched from the configured address, with our token. */
const FETCHED = { credentialtype: 'OPGEHAALD', kid: 'api' }

/**
 * Puts fetched events through the inbox, where those that arrived meanwhile are passed over. One that is no event, or
 * says something else than was received before, is logged and does not keep the others out.
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
