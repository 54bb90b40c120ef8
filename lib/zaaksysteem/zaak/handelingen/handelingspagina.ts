import type { z } from 'zod'
import type { Veld } from '#lib/ui/form/labels.ts'
import type { Resultaattype, Zaaktype } from '../../catalogus/zaaktype.ts'
import type { Dwangsom } from '../../termijn/dwangsom.ts'
import type { ZaakDetail } from '../detail/find-zaak-detail.ts'
import type { Aanvullingsverzoek } from '../wijziging/aanvullingsverzoek.ts'
import type { Besluit } from '../wijziging/besluiten.ts'
import type { Dossier } from '../wijziging/documenten.ts'
import { fataleDatumOp } from './rules.ts'

export type Paginacontext = { zaak: ZaakDetail; today: string }

/** The data that the fields depend on, of one zaak or common to many. */
export type VeldenContext = {
  redenen: Zaaktype['opschortingsredenen']
  maxVerlenging: number
  uiterlijkeEinddatum: string
  /** the last day to send the aanvullingen */
  opgeschortTot?: string | null
  /** aanvullingen that have not been received */
  ontbrekend: Aanvullingsverzoek['onderdelen']
  /** the resultaten that a behandelaar can choose */
  resultaattypen: Resultaattype[]
  /** the possible resultaten of a besluit */
  besluittypen: Resultaattype[]
  /** the besluiten in force, with their names */
  besluiten: (Besluit & { naam: string })[]
  isAfgehandeld: boolean
  /** date of the open request to withdraw, `yyyy-mm-dd` */
  intrekkingOp?: string | undefined
  /**
   * the zaaktype's kinds of document, the documents for the aanvrager, and files that are not a document yet
   */
  informatieobjecttypen: Zaaktype['informatieobjecttypen']
  documenten: Dossier['documenten']
  losseBestanden: Dossier['losseBestanden']
  today: string
  /** the dwangsom; null without an ingebrekestelling */
  owed: Dwangsom | null
  /** only for one zaak */
  gegevens?: { omschrijving: string; startdatum: string; naam: string; adres: string; telefoonnummer: string }
}

/** The menus of the page of a zaak that hold its acts, in their order. */
export const HANDELINGSGROEPEN = ['besluit', 'termijn', 'aanvulling', 'bericht', 'zaak'] as const

/** The page of an act at the desk. */
export type Handelingspagina = {
  titel: string
  groep: (typeof HANDELINGSGROEPEN)[number]
  /** the key that opens it from the page of the zaak */
  toets: string
  knop: string
  /** the text on the page of the zaak, once the act is saved */
  gedaan: string
  form: z.ZodType
  uitleg: (context: Paginacontext) => readonly string[]
  velden: (context: VeldenContext) => Veld[]
}

/** The statutory date as of today, also when nobody has recorded yet that the term resumed. */
export function fataleDatumOf({ zaak, today }: Paginacontext): string {
  return fataleDatumOp(zaak, zaak.zaaktype, today) ?? zaak.uiterlijkeEinddatum
}
