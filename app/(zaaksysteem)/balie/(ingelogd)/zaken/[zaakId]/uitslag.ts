import type { Tussentijds } from '#lib/zaaksysteem/zaak/find-zaak-at-versie.ts'

export type Ingevuld = { statustype?: string; resultaat?: string; toelichting?: string }

export type Veldfout = { name: keyof Ingevuld; text: string }

/** What saving led to. `versie` is the zaak's versie that whoever saved now knows of; `poging` counts the answers. */
export type Uitslag = { poging: number } & (
  | { soort: 'begin' }
  | { soort: 'opgeslagen'; versie: number }
  | { soort: 'ongeldig'; versie: number; fouten: Veldfout[]; ingevuld: Ingevuld }
  | { soort: 'conflict'; versie: number; sindsdien: Tussentijds[]; ingevuld: Ingevuld }
)

export type OpslaanAction = (vorige: Uitslag, formData: FormData) => Promise<Uitslag>

export const BEGIN: Uitslag = { soort: 'begin', poging: 0 }

export function ingevuldeOf(uitslag: Uitslag): Ingevuld {
  return 'ingevuld' in uitslag ? uitslag.ingevuld : {}
}

export function foutenOf(uitslag: Uitslag): Veldfout[] {
  return uitslag.soort === 'ongeldig' ? uitslag.fouten : []
}
