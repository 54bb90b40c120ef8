import { DAY_MS } from '#lib/platform/durations.ts'

/** A mail server gives up after five days, and seldom after ten. */
export const KEEP_MAILS_MS = 14 * DAY_MS
