import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { storableText } from '#lib/ui/form/fields.ts'
import type { Labelled, Veld } from '#lib/ui/form/labels.ts'
import { labelled, namedOptions } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import type { VeldenContext } from './handelingspagina.ts'

// The fields that several acts share: first their schemas, then their descriptions.

const MAX_TOELICHTING = 1000
const TWEE_WEKEN = 'P2W'

const { fout } = handelingen

const toelichtingText = storableText(MAX_TOELICHTING, balie.fout).default('')

/** A date with a year of four digits, which both PostgreSQL and JavaScript accept. */
export const datum = z.iso.date(handelingen.fout.geenDatum).regex(/^[1-9]/, handelingen.fout.geenDatum)

/** Empty, or absent when the browser hides the field. */
export const optionalDatum = z
  .string()
  .optional()
  .transform((text) => text || undefined)
  .pipe(datum.optional())

export const toelichtingForm = z.object({ toelichting: toelichtingText })

/** The value of `ConfirmTick`: true or absent. */
export const confirmed = z
  .string()
  .optional()
  .transform((text) => (text === undefined ? undefined : true))

export const besluitdatums = {
  besluitdatum: optionalDatum,
  bekendmakingsdatum: optionalDatum,
  terinzagedatum: optionalDatum,
  ingangsdatum: optionalDatum,
  vervaldatum: optionalDatum,
}

export const text = (max: number) => storableText(max, { teLang: fout.onderdeelTeLang, teken: balie.fout.teken })
export const line = (max: number) => text(max).regex(ONE_LINE, staff.eenRegel).default('')

export const opForm = toelichtingForm.extend({ op: datum })

/** The date of the letter; today when it is empty. */
export const verzonden = { op: optionalDatum }

/** The value of a select for none of its options. */
const GEEN = 'geen'

export const uuidOrGeen = (error: string) =>
  z
    .union([z.uuid(error), z.literal(GEEN)], error)
    .default(GEEN)
    .transform((value) => (value === GEEN ? undefined : value))

export const toelichting: Veld = { soort: 'lang', ...labelled(handelingen, 'toelichting'), optional: true }
export const waarom: Veld = { soort: 'lang', name: 'toelichting', label: handelingen.waarom }

export function tweeWeken(vanaf: string, tekst: (datum: string) => string) {
  const datum = addToDate(vanaf, TWEE_WEKEN)
  return { tekst: tekst(shortDate(datum)), datum }
}

/** The date of the letter counts: today, unless it was sent before. */
export const verzondenOp = (today: string): Veld => ({
  soort: 'datum',
  name: 'op',
  label: handelingen.verzondenOp,
  hint: handelingen.verzondenOpHint,
  value: today,
})

const KIES = { value: '', label: handelingen.kies }

/** A select without a default, except a single option or a usual value. */
export const keuze = (
  name: string,
  label: string,
  options: { value: string; label: string }[],
  value?: string,
): Veld => ({
  soort: 'keuze',
  name,
  label,
  options: options.length === 1 ? options : [KIES, ...options],
  ...(value && { value }),
})

/** A select of the options and none; no field without options. */
export const orNone = (
  name: string,
  label: string,
  none: string,
  options: { value: string; label: string }[],
): Veld[] => (options.length === 0 ? [] : [keuze(name, label, [{ value: GEEN, label: none }, ...options])])

export const welkBesluit = ({ besluiten }: VeldenContext): Veld =>
  keuze('besluit', handelingen.welkBesluit, namedOptions(besluiten))

/** A date field that is empty at first, with today as its usual date. */
export function datumOfVandaag(today: string, texts: Labelled, optional = false): Veld {
  const gebruikelijk = { tekst: handelingen.gebruikelijk.vandaag(shortDate(today)), datum: today }
  return { soort: 'datum', ...texts, optional, gebruikelijk }
}

/** The dates of a new besluit. The terinzagelegging applies only where beroep is possible. */
export function besluitVelden(today: string, resultaten: readonly { rechtsmiddel: string }[]): Veld[] {
  const hasBeroep = resultaten.some(({ rechtsmiddel }) => rechtsmiddel === 'beroep')
  return [
    datumOfVandaag(today, labelled(handelingen, 'besluitdatum')),
    datumOfVandaag(today, labelled(handelingen, 'bekendmakingsdatum')),
    ...(hasBeroep ? [datumOfVandaag(today, labelled(handelingen, 'terinzagedatum'), true)] : []),
    datumOfVandaag(today, labelled(handelingen, 'ingangsdatum'), true),
    optionalDate('vervaldatum'),
  ]
}

type OptionalDate = 'ontwerpdatum' | 'einddatum' | 'vervaldatum'

export function optionalDate(name: OptionalDate, value?: string): Veld {
  return { soort: 'datum', ...labelled(handelingen, name), optional: true, ...(value && { value }) }
}
