import type { Mailsoort } from '../generated/client.ts'
import type { Claimed } from '../outbox/attempts.ts'
import type { Mailvoorkeuren } from './emailadres/emailadres.ts'

/**
 * `geldig`: the confirmed address. `te_bevestigen`: the unconfirmed one. `eigen`: an address stored in the
 * mail itself.
 */
export type Bestemming = 'geldig' | 'te_bevestigen' | 'eigen'

/** Changes of a zaak are gathered and composed from its statussen. The other kinds are sent at once. */
export type LosseSoort = Exclude<Mailsoort, 'zaak'>

type Versleuteld = { versleuteld: Buffer; sleutelId: string; boundTo: string }

export type Addressed = Claimed & {
  burgerId: string
  /** `retourcode` changes with the address, which shows that it was replaced */
  adres: Versleuteld & { retourcode: string }
  taal: 'nl' | 'en'
  afmeldcode: string
  voorkeuren: Mailvoorkeuren
  /** True when an earlier attempt ended without a response: the server was silent, or the process died. */
  mayHaveArrived: boolean
  misluktSinds: Date | null
}

/** `isUndeliverable`: its address refuses mail or is unconfirmed, so the mail is only reported. */
export type ZaakMail = Addressed & {
  soort: 'zaak'
  zaakId: string
  van: number
  tot: number
  isUndeliverable: boolean
  /** true when a fetch is due, which may show that the zaak is gevoelig */
  isFetching: boolean
}
/** `geheim`: stored in this mail only */
export type LosseMail = Addressed & {
  soort: LosseSoort
  zaakId: string | null
  inzendingId: string | null
  herinneringId: string | null
  geheim: Versleuteld | null
}
export type ClaimedMail = ZaakMail | LosseMail
