/** Every advisory lock in the portal's database. PostgreSQL knows them by number only, so no two may be equal. */
export const ADVISORY_LOCKS = {
  /** held by the process that mails alerts */
  mail: 7_237_001,
  /** held by the process that encrypts anew after a rotation */
  encryptAnew: 7_237_002,
  /** held by the process that reads the mailbox of what comes back */
  bounces: 7_237_003,
  /** held by the process that mails that a clock is off */
  clockMail: 7_237_004,
  /** held by the process that removes bytes that nobody needs any more */
  bestanden: 7_237_005,
} as const
