import { v7 } from 'uuid'
import { isVanKracht } from '#lib/contract/zaak-resource.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { labelOfResultaat, type Resultaattype, type Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { type Besluit, type BesluitAtVersie, besluitenAt } from '../../wijziging/besluiten.ts'
import type { Rule, Standing, Subject } from '../rules.ts'

/** The dates of a besluit as filled in; absent ones follow from the others. */
type Filled = {
  besluitdatum?: string | undefined
  bekendmakingsdatum?: string | undefined
  terinzagedatum?: string | undefined
  ingangsdatum?: string | undefined
  vervaldatum?: string | undefined
}

type Datums = Pick<Besluit, 'datum' | 'bekendmakingsdatum' | 'terinzagedatum' | 'ingangsdatum' | 'vervaldatum'>
/** The dates of a besluit that somebody takes, which always has a bekendmakingsdatum. */
export type Besluitdatums = Datums & { bekendmakingsdatum: string }

/** A besluit is made known soon after it was taken, so a day further ahead is a mistake. */
export const MAX_DAYS_AHEAD = 30

export const isTooFarAhead = (date: string, today: string) => date > addToDate(today, `P${MAX_DAYS_AHEAD}D`)

export const BESLUIT_IN_FUTURE = {
  reason: 'besluit_in_future',
  tekst: 'De datum van het besluit ligt in de toekomst. Vul vandaag of een eerdere dag in.',
  veld: 'besluitdatum',
  detail: 'besluitdatum must not lie after today.',
} as const

export const BEKENDMAKING_BEFORE_BESLUIT = {
  reason: 'bekendmaking_before_besluit',
  tekst: 'Het besluit kan niet bekend zijn vóór het is genomen. Controleer de datums.',
  veld: 'bekendmakingsdatum',
  detail: 'bekendmakingsdatum must not lie before the besluitdatum.',
} as const

export const VERVALT_BEFORE_INGANG = {
  reason: 'vervalt_before_ingang',
  tekst: 'Deze dag ligt vóór de dag waarop het besluit gaat gelden. Vul een latere dag in.',
  veld: 'vervaldatum',
  detail: 'vervaldatum must lie after the ingangsdatum.',
} as const

export const BEKENDMAKING_TOO_FAR = {
  reason: 'bekendmaking_too_far',
  tekst: 'Deze dag ligt meer dan 30 dagen vooruit. Vul in wanneer u het besluit echt stuurt.',
  veld: 'bekendmakingsdatum',
  detail: `bekendmakingsdatum must not lie more than ${MAX_DAYS_AHEAD} days ahead.`,
  broken: ({ input, today }: { input: { bekendmakingsdatum: string }; today: string }) =>
    isTooFarAhead(input.bekendmakingsdatum, today),
} as const

/** A new besluit takes effect on its bekendmaking (Awb 3:40), unless it names another day. */
export function datumsOf({ rechtsmiddel }: Resultaattype, filled: Filled, today: string): Besluitdatums {
  const { besluitdatum: datum = today, bekendmakingsdatum = datum, terinzagedatum = bekendmakingsdatum } = filled
  const { ingangsdatum = bekendmakingsdatum, vervaldatum = null } = filled
  const isTerInzage = rechtsmiddel === 'beroep'
  return { datum, bekendmakingsdatum, terinzagedatum: isTerInzage ? terinzagedatum : null, ingangsdatum, vervaldatum }
}

export function newBesluit({ code, rechtsmiddel }: Resultaattype, datums: Datums): Besluit {
  return {
    id: v7(),
    besluittype: code,
    rechtsmiddel,
    ...datums,
    vervalreden: datums.vervaldatum ? 'tijdelijk' : null,
    vervangenDoor: null,
    intrekkingsdatum: null,
    intrekkingBekendOp: null,
    vanRechtswege: false,
  }
}

/** Returns the besluiten of a zaak that nothing ended. */
export function vanKracht(besluiten: readonly BesluitAtVersie[]): BesluitAtVersie[] {
  return besluitenAt(besluiten).filter(isVanKracht)
}

/** Returns the besluiten that another can replace: a verlening van rechtswege only after its bekendmaking. */
export function bekendVanKracht(besluiten: readonly BesluitAtVersie[]): BesluitAtVersie[] {
  return vanKracht(besluiten).filter(({ bekendmakingsdatum }) => bekendmakingsdatum !== null)
}

/** Returns the verlening van rechtswege that must still be made known. */
export function nogBekendTeMaken(besluiten: readonly BesluitAtVersie[]): BesluitAtVersie | undefined {
  return vanKracht(besluiten).find(({ bekendmakingsdatum }) => bekendmakingsdatum === null)
}

/** Returns a besluit as replaced by another one: it ends on the later of both ingangsdatums. */
export function replacedBy({ versie: _, ...besluit }: BesluitAtVersie, { id, ingangsdatum }: Besluit): Besluit {
  const vervaldatum = ingangsdatum < besluit.ingangsdatum ? besluit.ingangsdatum : ingangsdatum
  return { ...besluit, vervaldatum, vervalreden: 'vervangen', vervangenDoor: id }
}

/**
 * Returns the rules for the dates of a besluit.
 *
 * @param find returns its dates; `undefined` when there will be no besluit
 */
export function datumRules<Input>(find: (subject: Subject<Input>) => Besluitdatums | undefined) {
  const breaks = (broken: (datums: Besluitdatums, subject: Subject<Input>) => boolean) => (subject: Subject<Input>) => {
    const datums = find(subject)
    return datums !== undefined && broken(datums, subject)
  }
  return [
    {
      ...BESLUIT_IN_FUTURE,
      pointer: '/besluitdatum',
      broken: breaks(({ datum }, { today }) => datum > today),
    },
    {
      reason: 'besluit_before_zaak',
      tekst: 'Het besluit kan niet vóór de aanvraag zijn genomen. Controleer de datum.',
      veld: 'besluitdatum',
      detail: 'besluitdatum must not lie before the startdatum.',
      pointer: '/besluitdatum',
      broken: breaks(({ datum }, { zaak }) => datum < zaak.startdatum),
    },
    {
      ...BEKENDMAKING_BEFORE_BESLUIT,
      pointer: '/bekendmakingsdatum',
      broken: breaks(({ datum, bekendmakingsdatum }) => bekendmakingsdatum < datum),
    },
    {
      ...BEKENDMAKING_TOO_FAR,
      detail: `bekendmakingsdatum and terinzagedatum must not lie more than ${MAX_DAYS_AHEAD} days ahead.`,
      broken: breaks(({ bekendmakingsdatum, terinzagedatum }, { today }) =>
        [bekendmakingsdatum, terinzagedatum].some((date) => date !== null && isTooFarAhead(date, today)),
      ),
    },
    {
      reason: 'terinzage_before_besluit',
      tekst: 'Het besluit kan niet ter inzage liggen vóór het is genomen. Controleer de datums.',
      veld: 'terinzagedatum',
      detail: 'terinzagedatum must not lie before the besluitdatum.',
      pointer: '/terinzagedatum',
      broken: breaks(({ datum, terinzagedatum }) => terinzagedatum !== null && terinzagedatum < datum),
    },
    {
      ...VERVALT_BEFORE_INGANG,
      pointer: '/vervaldatum',
      broken: breaks(({ ingangsdatum, vervaldatum }) => vervaldatum !== null && vervaldatum <= ingangsdatum),
    },
  ] as const satisfies Rule<Subject<Input>>[]
}

// The common parts of acts on one besluit.

type OfBesluit = Subject<{ besluit: string }>

/** Returns the besluit that an act is about; `undefined` when none with this id is in force. */
export function besluitOf({ zaak, input }: OfBesluit): BesluitAtVersie | undefined {
  return vanKracht(zaak.besluiten).find(({ id }) => id === input.besluit)
}

export const NO_BESLUIT = {
  reason: 'no_besluit',
  tekst: 'Er geldt geen besluit bij deze zaak.',
  detail: 'The zaak has no besluit in force.',
  broken: ({ zaak }: Standing) => vanKracht(zaak.besluiten).length === 0,
} as const

export const BESLUIT_UNKNOWN = {
  reason: 'besluit_unknown',
  tekst: 'Dit besluit geldt niet meer. Kies een ander besluit.',
  veld: 'besluit',
  detail: 'The zaak has no besluit in force with this id.',
  broken: (subject: OfBesluit) => !besluitOf(subject),
} as const

/** The desk's name of a besluit: "Vergunning geweigerd, 3 mrt 2026". */
export function besluitNaam(
  zaaktype: Zaaktype,
  { besluittype, datum }: { besluittype: string; datum: string },
): string {
  return `${labelOfResultaat(zaaktype, besluittype)}, ${shortDate(datum)}`
}
