/**
 * All advisory locks in the database of the zaaksysteem. PostgreSQL knows a lock by its number only: two uses
 * of one number would block each other, so a new lock takes the next free number.
 */
export const ADVISORY_LOCKS = {
  /**
   * Order within a zaak. Taken exclusively by making bezorgingen, replays and skipping; shared by recording
   * attempts and purging.
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
  /** Processing of bulkopdrachten. */
  bulk: 7_236_006,
  /** Warning by mail that an API client expires. */
  clientMail: 7_236_007,
  /** Recomputing terms. */
  herberekening: 7_236_012,
  // 7_236_009 is taken by laatste_sequence(), which a migration defines.
  /** Removing bestanden without a document. */
  bestanden: 7_236_013,
  /** Mailing that no worker runs. */
  workeruitvalMail: 7_236_014,
  /** Destroying the zaken on vernietigingslijsten. */
  vernietiging: 7_236_010,
} as const

/** Seed of the hash over the name of a client. The hash is the number of the lock for limits per client. */
export const LIMITS_SEED = 7237
