/** Every advisory lock in the portal's database. PostgreSQL knows them by number, so each is unique. */
export const ADVISORY_LOCKS = {
  /** held by the process that mails alerts */
  mail: 7_237_001,
  /** held by the process that re-encrypts after a rotation */
  encryptAnew: 7_237_002,
  /** held by the process that reads the bounce mailbox */
  bounces: 7_237_003,
  /** held by the process that deletes unused bytes */
  bestanden: 7_237_005,
} as const
