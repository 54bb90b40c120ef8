/** Every advisory lock in the database of the portal, which PostgreSQL knows by number only. */
export const ADVISORY_LOCKS = {
  /** Who mails alerts. */
  mail: 7_237_001,
} as const
