import { z } from 'zod'

/** SSE event name on `GET /api/publieksportaal/live`. */
export const LIVE_EVENT = 'zaak-gewijzigd'

/**
 * `data` of a live event: only which zaak has a newer versie. The event's `id` is a counter per burger, contiguous and
 * in commit order, which the browser sends back as `Last-Event-ID`.
 */
export const liveMessage = z.object({ zaakId: z.uuid(), versie: z.int() })

export type LiveMessage = z.infer<typeof liveMessage>
