import {
  type BesluitResource,
  isVanKracht,
  nietLaatVanaf,
  type Tweetalig,
  type ZaakResource,
} from '#lib/contract/zaak-resource.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { type Datums, fillDates, writtenDate } from '#lib/ui/text/dates.ts'
import { inBothTalen } from '#lib/ui/texts/texts.ts'

/**
 * A way to object to a besluit that holds, or to an intrekking, with its last day. It stays after the term
 * has passed.
 */
export type Reactie = {
  soort: 'bezwaar' | 'beroep'
  tegen: 'besluit' | 'intrekking'
  /** the besluit; null when it is not known */
  besluitId: string | null
  /** both `yyyy-mm-dd` */
  bekendmakingsdatum: string
  uiterlijk: string
}

type Decided = Pick<ZaakResource, 'besluiten' | 'zaaktype'>

/**
 * Returns the besluiten made known by `today` (Awb 3:40). A replaced one counts until the new one is known.
 */
export function bekendeBesluiten(besluiten: readonly BesluitResource[], today: string): BesluitResource[] {
  const isReplaced = ({ vervangenDoor }: BesluitResource) =>
    vervangenDoor !== null && besluiten.some((one) => one.id === vervangenDoor && one.bekendmakingsdatum > today)
  return besluiten
    .filter(({ bekendmakingsdatum }) => bekendmakingsdatum <= today)
    .map((one) => (isReplaced(one) ? { ...one, vervalreden: null, vervaldatum: null } : one))
}

/** Returns the bekendmaking, `yyyy-mm-dd`, of the newest besluit that is not known yet; null for none. */
export function nogBekendOp(besluiten: readonly BesluitResource[], today: string): string | null {
  return besluiten.findLast(({ bekendmakingsdatum }) => bekendmakingsdatum > today)?.bekendmakingsdatum ?? null
}

/** True when a besluit was made known that nothing took back. */
export function isBeslotenOp(besluiten: readonly BesluitResource[], today: string): boolean {
  return (nietLaatVanaf(besluiten) ?? '9999') <= today
}

/**
 * Returns the besluiten made known by `today`, and the zaaktype without the texts of the others: nobody reads
 * a besluit before its bekendmaking. `nogBekend` is the bekendmaking of the newest of the others.
 */
export function bekendOp({ besluiten, zaaktype }: Decided, today: string): Decided & { nogBekend: string | null } {
  const known = bekendeBesluiten(besluiten, today)
  const nogBekend = nogBekendOp(besluiten, today)
  if (!nogBekend) return { besluiten, zaaktype, nogBekend: null }
  const ahead = besluiten.filter(({ bekendmakingsdatum }) => bekendmakingsdatum > today)
  const hides = (code: string) =>
    !known.some((one) => one.besluittype === code) &&
    ahead.some(({ besluittype }) => besluittype === null || besluittype === code)
  const nogNiet = {
    omschrijving: inBothTalen((t) => t.besluit.nogNiet.omschrijving),
    antwoord: inBothTalen((t) => t.besluit.nogNiet.antwoord),
    statustekst: inBothTalen((t, taal) => fillDates(t.besluit.nogNiet.komt, { bekend: nogBekend }, taal)),
    handeling: null,
  }
  return {
    besluiten: known,
    zaaktype: {
      ...zaaktype,
      resultaattypen: zaaktype.resultaattypen.map((type) => (hides(type.code) ? { ...type, ...nogNiet } : type)),
    },
    nogBekend,
  }
}

/** Returns the ways to object, oldest first. */
export function reactiesOf(besluiten: readonly BesluitResource[]): Reactie[] {
  return besluiten.flatMap((besluit): Reactie[] => {
    const { id: besluitId, rechtsmiddel, bekendmakingsdatum, uiterlijkeReactiedatum: uiterlijk, intrekking } = besluit
    if (isVanKracht(besluit)) {
      if (rechtsmiddel === 'geen' || !uiterlijk) return []
      return [{ soort: rechtsmiddel, tegen: 'besluit', besluitId, bekendmakingsdatum, uiterlijk }]
    }
    if (!intrekking?.uiterlijkeReactiedatum) return []
    const { bekendmakingsdatum: bekend, uiterlijkeReactiedatum } = intrekking
    return [
      {
        soort: 'bezwaar',
        tegen: 'intrekking',
        besluitId,
        bekendmakingsdatum: bekend,
        uiterlijk: uiterlijkeReactiedatum,
      },
    ]
  })
}

/**
 * Returns the last day under the name that the texts of a zaaktype use for it. A sentence with the other name
 * is left out.
 */
export function reactiedatums(reacties: readonly Reactie[]): Datums {
  const last = reacties.findLast(({ tegen }) => tegen === 'besluit')
  return {
    bezwaardatum: last?.soort === 'bezwaar' ? last.uiterlijk : null,
    beroepsdatum: last?.soort === 'beroep' ? last.uiterlijk : null,
  }
}

type Told = { reacties: readonly Reactie[]; statustekst: Tweetalig; teDoen: Tweetalig | null }

/**
 * Returns the text of each reactie, with `{uiterlijk}`. `isSaid` is true when the texts of the status name
 * that day already.
 */
export function reactieTeksten({
  reacties,
  statustekst,
  teDoen,
}: Told): (Reactie & { kan: Tweetalig; isSaid: boolean })[] {
  const says = (name: string) => [statustekst, teDoen].some((text) => text?.nl.includes(`{${name}}`))
  return reacties.map((reactie) => ({
    ...reactie,
    kan: inBothTalen((t) => t.rechtsmiddel[reactie.soort][reactie.tegen]),
    isSaid: reactie.tegen === 'besluit' && says(reactie.soort === 'bezwaar' ? 'bezwaardatum' : 'beroepsdatum'),
  }))
}

/** True when the besluit had a last day, which has passed. */
function isAfgelopen({ vervaldatum }: BesluitResource, today: string): boolean {
  return vervaldatum !== null && vervaldatum <= today
}

/** Names each besluit of an open zaak that holds or will hold, because no status says so. */
export function geldendeBesluiten({ besluiten, zaaktype }: Decided, today: string): Tweetalig[] {
  const holding = besluiten.filter((one) => isVanKracht(one) && !isAfgelopen(one, today))
  return holding.map(({ besluittype, datum, ingangsdatum, vanRechtswege }) => {
    if (vanRechtswege) return inBothTalen((t, taal) => t.vanRechtswege.geldt(writtenDate(datum, taal)))
    const naam = zaaktype.resultaattypen.find(({ code }) => code === besluittype)?.omschrijving
    const vanaf = ingangsdatum && ingangsdatum > today ? ingangsdatum : null
    return inBothTalen((t, taal) =>
      t.besluit.geldt(writtenDate(datum, taal), naam?.[taal], vanaf && writtenDate(vanaf, taal)),
    )
  })
}

/**
 * Returns how long the newest besluit holds; null when it holds for good from the day of its bekendmaking.
 */
export function geldigheidOf(besluiten: readonly BesluitResource[]): { vanaf: string; tot: string | null } | null {
  const { ingangsdatum: vanaf, vervaldatum, bekendmakingsdatum } = besluiten.findLast(isVanKracht) ?? {}
  if (!vanaf || (!vervaldatum && vanaf === bekendmakingsdatum)) return null
  return { vanaf, tot: vervaldatum ? addToDate(vervaldatum, '-P1D') : null }
}

/** A grant by law holds also before its bekendmaking. */
export function vanRechtswegeTekst(given: ZaakResource['vanRechtswege']): Tweetalig[] {
  if (!given) return []
  const { datum, ingangsdatum } = given
  return [inBothTalen((t, taal) => t.vanRechtswege.verleend(writtenDate(datum, taal), writtenDate(ingangsdatum, taal)))]
}

/**
 * Returns the texts of a closed zaak whose besluit was taken back or has ended without another; else null.
 */
export function eindeOf(
  besluiten: readonly BesluitResource[],
  today: string,
): { antwoord: Tweetalig; statustekst: Tweetalig } | null {
  const last = besluiten.at(-1)
  if (!last || besluiten.some((one) => isVanKracht(one) && !isAfgelopen(one, today))) return null
  if (!last.intrekking && !isVanKracht(last)) return null
  const { datum, vervaldatum } = last
  return {
    antwoord: inBothTalen((t) => t.besluit[last.intrekking ? 'ingetrokken' : 'afgelopen']),
    statustekst: inBothTalen((t, taal) =>
      t.besluit.geldtTot(writtenDate(datum, taal), writtenDate(vervaldatum ?? datum, taal)),
    ),
  }
}
