import {
  type BesluitResource,
  isVanKracht,
  type Tweetalig,
  type ZaakResource,
  type ZaaktypeResource,
} from '#lib/contract/zaak-resource.ts'
import { type Datums, writtenDate } from '#lib/ui/text/dates.ts'
import { inBothTalen } from '#lib/ui/texts/texts.ts'

/** What one can do against a besluit that holds, or against the intrekking of one, until when; also when that has passed. */
export type Reactie = {
  soort: 'bezwaar' | 'beroep'
  tegen: 'besluit' | 'intrekking'
  /** of the besluit; null when it is not known */
  besluitId: string | null
  /** both `yyyy-mm-dd` */
  bekendmakingsdatum: string
  uiterlijk: string
}

/** Oldest first. */
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

/** What the texts of a zaaktype call the last day, by what one can do: a sentence about the other is not shown. */
export function reactiedatums(reacties: readonly Reactie[]): Datums {
  const last = reacties.findLast(({ tegen }) => tegen === 'besluit')
  return {
    bezwaardatum: last?.soort === 'bezwaar' ? last.uiterlijk : null,
    beroepsdatum: last?.soort === 'beroep' ? last.uiterlijk : null,
  }
}

type Told = { reacties: readonly Reactie[]; statustekst: Tweetalig; teDoen: Tweetalig | null }

/** What one is told of each, with `{uiterlijk}`; `isSaid`: the texts of the status say it already. */
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

/** What was decided and holds, of an open zaak, which says it nowhere else. */
export function geldendeBesluiten(
  besluiten: readonly BesluitResource[],
  { resultaattypen }: ZaaktypeResource,
): Tweetalig[] {
  return besluiten.filter(isVanKracht).map(({ besluittype, datum, vanRechtswege }) => {
    if (vanRechtswege) return inBothTalen((t, taal) => t.vanRechtswege.geldt(writtenDate(datum, taal)))
    const naam = resultaattypen.find(({ code }) => code === besluittype)?.omschrijving
    return inBothTalen((t, taal) => t.besluit.geldt(writtenDate(datum, taal), naam?.[taal]))
  })
}

/** What was given by law holds too, before it was made known. */
export function vanRechtswegeTekst(given: ZaakResource['vanRechtswege']): Tweetalig[] {
  if (!given) return []
  const { datum, ingangsdatum } = given
  return [inBothTalen((t, taal) => t.vanRechtswege.verleend(writtenDate(datum, taal), writtenDate(ingangsdatum, taal)))]
}

/** What a closed zaak says when the besluit that it was closed with was taken back, and no other came. */
export function intrekkingOf(
  besluiten: readonly BesluitResource[],
): { antwoord: Tweetalig; statustekst: Tweetalig } | null {
  const last = besluiten.at(-1)
  if (!last?.intrekking || besluiten.some(isVanKracht)) return null
  const { datum, vervaldatum } = last
  return {
    antwoord: inBothTalen((t) => t.besluit.ingetrokken),
    statustekst: inBothTalen((t, taal) =>
      t.besluit.geldtTot(writtenDate(datum, taal), writtenDate(vervaldatum ?? datum, taal)),
    ),
  }
}
