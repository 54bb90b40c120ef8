import { DAY_MS } from '#lib/platform/durations.ts'

/** How long before its end a client is highlighted and mailed about, so that it can be extended. */
export const EXPIRES_SOON_MS = 14 * DAY_MS
