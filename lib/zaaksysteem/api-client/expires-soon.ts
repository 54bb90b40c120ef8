import { DAY_MS } from '#lib/platform/durations.ts'

/** How long before its end a client stands out and is mailed about, so that it can be given more time. */
export const EXPIRES_SOON_MS = 14 * DAY_MS
