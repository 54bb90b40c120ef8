import type { Mailsoort } from '../generated/client.ts'
import type { Claimed } from '../outbox/attempts.ts'
import type { Mailvoorkeuren } from './emailadres/find-emailadres.ts'

/** `geldig`: the confirmed one. `te_bevestigen`: the one that waits for that. `eigen`: the one that the mail holds itself. */
export type Bestemming = 'geldig' | 'te_bevestigen' | 'eigen'

/** What happened to a zaak is gathered, and composed of its statussen. The other kinds go at once. */
export type LosseSoort = Exclude<Mailsoort, 'zaak'>

type Versleuteld = { versleuteld: Buffer; sleutelId: string; boundTo: string }

export type Addressed = Claimed & {
  burgerId: string
  /** `retourcode` is another one for each address, by which a change of it is seen */
  adres: Versleuteld & { retourcode: string }
  taal: 'nl' | 'en'
  afmeldcode: string
  voorkeuren: Mailvoorkeuren
  /** True when an earlier attempt ended without an answer: the server was silent, or the process died. */
  mayHaveArrived: boolean
  misluktSinds: Date | null
}

/**
 * `isUndeliverable`: its address takes no mail, or was not confirmed, so it is only to be reported.
 */
export type ZaakMail = Addressed & {
  soort: 'zaak'
  zaakId: string
  van: number
  tot: number
  isUndeliverable: boolean
  /** what is still to be fetched of the zaak may be that it is gevoelig */
  isFetching: boolean
}
/** `geheim`: what only this mail holds */
export type LosseMail = Addressed & {
  soort: LosseSoort
  zaakId: string | null
  inzendingId: string | null
  herinneringId: string | null
  geheim: Versleuteld | null
}
export type ClaimedMail = ZaakMail | LosseMail
