/**
 * Every advisory lock in the database of the zaaksysteem. PostgreSQL knows them by number only: whoever needs one more
 * takes the next, so that no two things ever wait for each other by accident.
 */
export const ADVISORY_LOCKS = {
  /** Who is first of its zaak: numbering and replays hold it alone, records of attempts and purging share it. */
  order: 7_236_001,
  /** Which signing key is the last of its algorithm. */
  rotation: 7_236_002,
  /** Who mails meldingen. */
  mail: 7_236_003,
  /** Who clears away what has expired. */
  purge: 7_236_004,
} as const

/** Seeds the hash of client and `Idempotency-Key`, which is the number of that request's lock. */
export const IDEMPOTENCY_SEED = 7236
