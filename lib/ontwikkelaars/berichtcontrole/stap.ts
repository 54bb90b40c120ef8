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

/** `overgeslagen`: its input was not given. `niet_bereikt`: it depends on an earlier step, which failed. */
export type Uitkomst = 'goed' | 'fout' | 'overgeslagen' | 'niet_bereikt'

export type Reden =
  /** the JSON was parsed and serialized again, so its bytes are no longer the signed ones */
  | 'opnieuw_opgemaakt'
  | 'niet_bewaard'
  | 'niet_gegeven'
  /** a batch, whose proof names the attempt and not an event, or a body that is no event */
  | 'geen_event'
  /** the proof may have been valid when the message was received */
  | 'ander_moment'
  /** the set has no readable key for the algorithm */
  | 'sleutel_past_niet'
  /** `zaakbode luister` signed it with its own key, which our key set does not hold */
  | 'sleutel_van_luister'
  /** lines that are no header */
  | 'geen_header'
  | 'lege_body'
  /** the two addresses differ only by a trailing slash */
  | 'schuine_streep'

export type Stap = { naam: StapNaam; uitkomst: Uitkomst; reden?: Reden; verwacht?: string; gevonden?: string }

/** The signed bytes, as text. */
export type Getekend = { onderdeel: Onderdeel; tekst: string }

/** Returns all steps of a part in their order, including those that were not reached. */
export function allSteps(onderdeel: Onderdeel, reached: readonly Stap[]): Stap[] {
  return STAPPEN[onderdeel].map(
    (naam) => reached.find((stap) => stap.naam === naam) ?? { naam, uitkomst: 'niet_bereikt' },
  )
}

/** `gevonden` is shown to the reader, so it holds no secret. */
export function passed(naam: StapNaam, gevonden?: string): Stap {
  return { naam, uitkomst: 'goed', ...(gevonden !== undefined && { gevonden }) }
}

export function failed(naam: StapNaam, detail: Omit<Stap, 'naam' | 'uitkomst'> = {}): Stap {
  return { naam, uitkomst: 'fout', ...detail }
}
