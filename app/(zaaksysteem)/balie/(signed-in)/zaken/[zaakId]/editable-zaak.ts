import type { Rechtsmiddel } from '#lib/zaaksysteem/generated/client.ts'
import type { Handelingspad } from './[handeling]/handelingen.ts'
import type { ShownZaak } from './shown-zaak.ts'

/** What the browser gets of a zaak. */
export type EditableZaak = ShownZaak & {
  id: string
  versie: number
  statusOmschrijving: string
  /** short date of the latest change */
  since: string
  isAfgehandeld: boolean
  /** the acts of a page of their own that can be done now */
  handelingen: Handelingspad[]
  choices: { code: string; title: string; intern: string; vraagtResultaat: boolean }[]
  resultaten: { code: string; title: string; intern: string; isBesluit: boolean; rechtsmiddel: Rechtsmiddel }[]
  /** the besluiten that hold, each in a few words */
  vanKracht: string[]
  /** standaardteksten, filled in for this zaak */
  teksten: { naam: string; tekst: string }[]
  /** `yyyy-mm-dd` */
  today: string
}
