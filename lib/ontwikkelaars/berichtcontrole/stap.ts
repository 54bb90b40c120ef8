/** The steps of the message check, in this order; the credentialtype decides which of them apply. */
export const STAPPEN = {
  bericht: ['headers', 'credentialtype', 'contentmodus', 'afzender', 'bron', 'event'],
  token: [
    'token',
    'token_header',
    'token_sleutel',
    'token_handtekening',
    'token_claims',
    'token_afzender',
    'token_geadresseerde',
    'token_tijd',
    'token_body',
    'token_event',
  ],
  ACCESSTOKEN: ['accesstoken'],
  STANDARDWEBHOOKS: ['webhook_headers', 'webhook_tijd', 'webhook_event', 'webhook_handtekening'],
  HTTPMESSAGESIGNATURES: [
    'signature_headers',
    'signature_onderdelen',
    'signature_parameters',
    'signature_tijd',
    'signature_body',
    'signature_sleutel',
    'signature_handtekening',
  ],
  NLGOVADR: ['adr_header', 'adr_tijd', 'adr_body', 'adr_sleutel', 'adr_handtekening'],
} as const

export type Onderdeel = keyof typeof STAPPEN
export type StapNaam = (typeof STAPPEN)[Onderdeel][number]

/** `overgeslagen`: what it needs was not given. `niet_bereikt`: an earlier step failed that it hangs on. */
export type Uitkomst = 'goed' | 'fout' | 'overgeslagen' | 'niet_bereikt'

export type Reden =
  /** something parsed the JSON and wrote it again, so that the bytes are no longer those that were signed */
  | 'opnieuw_opgemaakt'
  | 'niet_bewaard'
  | 'niet_gegeven'
  /** a batch, whose proof names the attempt and not an event, or a body that is no event */
  | 'geen_event'
  /** the proof may have been right when the message came */
  | 'ander_moment'
  /** no key of the set can be read and is what the algorithm asks for */
  | 'sleutel_past_niet'
  /** `zaakbode luister` signed with a key of the machine of who listens, which is in no key set of ours */
  | 'sleutel_van_luister'
  /** lines that are no header */
  | 'geen_header'
  | 'lege_body'
  /** two addresses that differ by one at the end */
  | 'schuine_streep'

export type Stap = { naam: StapNaam; uitkomst: Uitkomst; reden?: Reden; verwacht?: string; gevonden?: string }

/** The bytes that a signature is over, as text. */
export type Getekend = { onderdeel: Onderdeel; tekst: string }

/** All steps of a part, in their order, with those that were not reached. */
export function allSteps(onderdeel: Onderdeel, reached: readonly Stap[]): Stap[] {
  return STAPPEN[onderdeel].map(
    (naam) => reached.find((stap) => stap.naam === naam) ?? { naam, uitkomst: 'niet_bereikt' },
  )
}

/** `gevonden` is shown to who checks, so it holds no secret. */
export function passed(naam: StapNaam, gevonden?: string): Stap {
  return { naam, uitkomst: 'goed', ...(gevonden !== undefined && { gevonden }) }
}

export function failed(naam: StapNaam, detail: Omit<Stap, 'naam' | 'uitkomst'> = {}): Stap {
  return { naam, uitkomst: 'fout', ...detail }
}
