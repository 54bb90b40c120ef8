import { z } from 'zod'

/** SSE event name on `GET /api/publieksportaal/live`. */
export const LIVE_EVENT = 'zaak-gewijzigd'

/**
 * `data` of a live event: which zaak has a newer versie, no more. The event's `id` is the burger's own counter,
 * contiguous and in commit order; what `Last-Event-ID` gives back.
 */
export const liveMessage = z.object({ zaakId: z.uuid(), versie: z.int() })

export type LiveMessage = z.infer<typeof liveMessage>
