/**
 * All advisory locks in the database of the zaaksysteem. PostgreSQL knows a lock by its number only, so two uses of one
 * number would block each other: a new lock takes the next number.
 */
export const ADVISORY_LOCKS = {
  /**
   * Order within a zaak: making bezorgingen, replays and skipping take it exclusively, recording attempts and purging
   * shared.
   */
  order: 7_236_001,
  /** Rotation of the signing keys. */
  rotation: 7_236_002,
  /** Mailing of meldingen. */
  mail: 7_236_003,
  /** Purging of expired data. */
  purge: 7_236_004,
  /** Mailing of signaleringen. */
  signaleringMail: 7_236_005,
  /** Doing bulkopdrachten. */
  bulk: 7_236_006,
  /** Mailing that an API client expires. */
  clientMail: 7_236_007,
  /** Mailing that a clock is off. */
  clockMail: 7_236_008,
  /** Computing terms anew. */
  herberekening: 7_236_012,
  // 7_236_009: giving a sequence, by laatste_sequence() in the migration
  /** Removing bytes that no document has. */
  bestanden: 7_236_013,
  /** Destroying what is on vernietigingslijsten. */
  vernietiging: 7_236_010,
} as const

/** Seed of the hash over the name of a client; the hash is the number of the lock on what is limited per client. */
export const LIMITS_SEED = 7237
