import { MAX_BEREIKBAARHEDEN } from '#lib/contract/bereikbaarheid.ts'
import { MAX_BEWIJZEN } from '#lib/contract/bewijzen.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { DELIVER_LIMIT_MS } from '#lib/platform/mail/delivery.ts'

/** The wait doubles with each attempt, up to the longest. `jitter` spreads the retries after the other side was away. */
export type RetryPlan = { firstSeconds: number; longestSeconds: number; jitter: number }

/**
 * One of the outboxes: a table with a row for each thing that is to go out, written in the statement of what causes it. `pogingen` and
 * `volgende_poging` are how it is worked off; the other columns say what goes out, and belong to its handler.
 */
export type Wachtrij = {
  table: string
  key: { column: string; type: 'uuid' | 'bigint' }
  /** which rows wait, $1 being now; the others are a record */
  waits: string
  /** when a row could go out first; null where that is not kept */
  since: string | null
  /** are claimed at once */
  most: number
  /**
   * How long nobody else claims them; longer than their calls can take together. What a process that died has claimed waits for it
   * to end.
   */
  leaseSeconds: number
  retry: RetryPlan
  /** the longest that a row waits for anything; later than that is only one that was claimed before the clock was set back */
  longestWaitSeconds: number
}

const ID = { column: 'id', type: 'uuid' } as const
const MAIL_RETRY: RetryPlan = { firstSeconds: 60, longestSeconds: 60 * 60, jitter: 0.2 }
const SOON: RetryPlan = { firstSeconds: 5, longestSeconds: 15 * 60, jitter: 0.2 }
const longestWaitSeconds = ({ longestSeconds, jitter }: RetryPlan) => longestSeconds * (1 + jitter)

/** The longest that what a citizen said stays with us, so that it can be taken back. */
export const LONGEST_BEDENKTIJD_SECONDS = HOUR_MS / SECOND_MS

/** The wachtrijen by the name that their metrics have. */
export const WACHTRIJEN = {
  /** Zaken to fetch from the zaaksysteem. One call costs little more than a call for one zaak. */
  fetch: {
    table: 'ophaalopdracht',
    key: { column: 'zaak_id', type: 'uuid' },
    waits: 'true',
    since: null,
    most: 20,
    leaseSeconds: 30,
    retry: { firstSeconds: 1, longestSeconds: 5 * 60, jitter: 0 },
    longestWaitSeconds: 5 * 60,
  },
  /** What was seen or mailed and the zaaksysteem is still to be told of. As much as fits in one request. */
  evidence: {
    table: 'bewijs',
    key: { column: 'id', type: 'bigint' },
    waits: 'volgende_poging is not null',
    since: 'tijdstip',
    most: MAX_BEWIJZEN,
    leaseSeconds: 60,
    retry: SOON,
    longestWaitSeconds: longestWaitSeconds(SOON),
  },
  /** Zaken of which the zaaksysteem is to be told whether news reaches their citizens. As much as fits in one request. */
  reachability: {
    table: 'te_melden_bereikbaarheid',
    key: { column: 'zaak_id', type: 'uuid' },
    waits: 'true',
    since: null,
    most: MAX_BEREIKBAARHEDEN,
    leaseSeconds: 60,
    retry: SOON,
    longestWaitSeconds: longestWaitSeconds(SOON),
  },
  /**
   * What citizens said of a zaak and the zaaksysteem does not have yet, those left out that can be taken back. So few that their calls
   * end before the lease.
   */
  citizen_message: {
    table: 'inzending',
    key: ID,
    waits: 'volgende_poging is not null and coalesce(terug_te_nemen_tot, tijdstip) <= $1',
    since: 'coalesce(terug_te_nemen_tot, tijdstip)',
    most: 8,
    leaseSeconds: 60,
    retry: SOON,
    longestWaitSeconds: LONGEST_BEDENKTIJD_SECONDS,
  },
  /**
   * Mails, except those that wait for the citizen to confirm the address. The lease is longer than the mailer waits for
   * the answer; a mail whose process died is sent again when it ends.
   */
  mail: {
    table: 'uitgaande_mail',
    key: ID,
    waits: `soort <> 'zaak' or not exists (
      select from emailadres
      where burger_id = uitgaande_mail.burger_id and bevestigd_op is null and bevestiging_hash is not null
    )`,
    since: 'aangemaakt_op',
    most: 1,
    leaseSeconds: (DELIVER_LIMIT_MS + MINUTE_MS) / SECOND_MS,
    retry: MAIL_RETRY,
    longestWaitSeconds: longestWaitSeconds(MAIL_RETRY),
  },
  /** Pushes that a push service does not have yet. */
  push: {
    table: 'uitgaande_push',
    key: ID,
    waits: 'true',
    since: 'aangemaakt_op',
    most: 1,
    leaseSeconds: 60,
    retry: SOON,
    longestWaitSeconds: longestWaitSeconds(SOON),
  },
} satisfies Record<string, Wachtrij>

/** How long the other side may be out of reach before we give up telling it. */
export const GIVE_UP_MS = { evidence: 90 * DAY_MS, mail: 3 * DAY_MS, push: DAY_MS }
