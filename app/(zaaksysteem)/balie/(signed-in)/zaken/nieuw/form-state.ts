import type { FieldError } from '#lib/ui/form/form-errors.tsx'

/** The fields of the form, as they were typed. */
export type Entered = {
  /** hidden: makes a resent form find the zaak that it registered */
  kenmerk: string
  zaaktype: string
  omschrijving: string
  /** whether the BSN or the KvK-nummer counts */
  soort: 'burger' | 'bedrijf'
  naam: string
  bsn: string
  kvk: string
  /** empty: the whole company */
  vestiging: string
  startdatum: string
  /** empty: that of the zaaktype */
  team: string
  vertrouwelijk: 'ja' | ''
  behandelaar: string
}

/** `round` counts the answers; as a React key it makes the fields new, so that they take what was entered as defaults. */
export type FormState = { round: number; errors: FieldError<keyof Entered>[]; entered: Entered }
