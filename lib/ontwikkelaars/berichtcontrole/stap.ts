/** What the message check looks at, in this order; which of them, the credentialtype decides. */
export const STAPPEN = {
  bericht: ['headers', 'credentialtype', 'contentmodus', 'event'],
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
  /** lines that are no header */
  | 'geen_header'
  | 'lege_body'
  /** two addresses that differ by one at the end */
  | 'schuine_streep'

export type Stap = { naam: StapNaam; uitkomst: Uitkomst; reden?: Reden; verwacht?: string; gevonden?: string }

/** The bytes that a signature is over, as text. */
export type Getekend = { onderdeel: Exclude<Onderdeel, 'bericht' | 'ACCESSTOKEN'>; tekst: string }

/** What one part of the check found; its further steps were not reached. */
export type Deel = { stappen: Stap[]; getekend?: Getekend }

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

/** A step that could not be tried, which does not make the verdict worse. */
export function skipped(naam: StapNaam, reden: Reden): Stap {
  return { naam, uitkomst: 'overgeslagen', reden }
}

/** Both are shown, so neither may be a secret. */
export function compared(naam: StapNaam, { verwacht, gevonden }: { verwacht: string; gevonden: string }): Stap {
  return verwacht === gevonden ? passed(naam, gevonden) : failed(naam, { verwacht, gevonden })
}

/** Whether `moment` lies in a period, given in seconds since 1970. */
export function within(naam: StapNaam, options: { moment: Date; from: number; to: number }): Stap {
  const { moment, from, to } = options
  const now = moment.getTime() / 1000
  const gevonden = moment.toISOString()
  if (now >= from && now <= to) return passed(naam, gevonden)
  return failed(naam, { verwacht: `${iso(from)} – ${iso(to)}`, gevonden, reden: 'ander_moment' })
}

/** Anybody can paste a number that no date has. */
function iso(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString()
}
