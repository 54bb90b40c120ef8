import { MAX_BEREIKBAARHEDEN, MAX_BEWIJZEN } from '#lib/contract/bewijzen.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { DELIVER_LIMIT_MS } from '#lib/platform/mail/delivery.ts'

/**
 * The wait doubles with each attempt, up to the longest. `jitter` spreads the retries after an outage of the
 * other side.
 */
export type RetryPlan = { firstSeconds: number; longestSeconds: number; jitter: number }

/**
 * An outbox: a table with a row for each delivery, written in the statement that causes it. `pogingen` and
 * `volgende_poging` schedule it; the other columns belong to its handler.
 */
export type Wachtrij = {
  table: string
  key: { column: string; type: 'uuid' | 'bigint' }
  /** SQL for the rows that wait; $1 is now. The other rows are a record */
  waits: string
  /** SQL for the time at which a row became due; null when it is not stored */
  since: string | null
  /** batch size */
  most: number
  /**
   * The length of a lease; longer than the calls of a batch can take together. The rows of a dead process
   * wait until it expires.
   */
  leaseSeconds: number
  retry: RetryPlan
  /** the longest wait of a row; a later one was leased before the clock was set back */
  longestWaitSeconds: number
}

const ID = { column: 'id', type: 'uuid' } as const
const MAIL_RETRY: RetryPlan = { firstSeconds: 60, longestSeconds: 60 * 60, jitter: 0.2 }
const SOON: RetryPlan = { firstSeconds: 5, longestSeconds: 15 * 60, jitter: 0.2 }
const longestWaitSeconds = ({ longestSeconds, jitter }: RetryPlan) => longestSeconds * (1 + jitter)

/** The longest time in which an inzending can be taken back. */
export const LONGEST_BEDENKTIJD_SECONDS = HOUR_MS / SECOND_MS

/** The wachtrijen by their name in the metrics. */
export const WACHTRIJEN = {
  /** Zaken to fetch from the zaaksysteem. A call for a batch costs little more than a call for one zaak. */
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
  /** Bewijzen to report to the zaaksysteem, a request full at a time. */
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
  /** Zaken whose bereikbaarheid must be reported to the zaaksysteem, a request full at a time. */
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
   * Inzendingen that the zaaksysteem does not have yet and that can no longer be taken back. The batch is so
   * small that its calls end before the lease.
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
   * Mails, except those that wait for the citizen to confirm the address. The lease is longer than the mailer
   * waits for an answer. After a crash the mail is sent again when the lease ends.
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

/** The time after which an unreachable recipient is given up. */
export const GIVE_UP_MS = { evidence: 90 * DAY_MS, mail: 3 * DAY_MS, push: DAY_MS }
