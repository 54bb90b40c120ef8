import { exactMoment } from '#lib/ui/text/dates.ts'
import { betrokkene } from '#lib/ui/texts/balie/betrokkene.ts'
import type { Inzageregel } from '#lib/zaaksysteem/zaak/betrokkene/find-inzage.ts'
import { AUDITNAAM_LABELS } from '../audit/audit-filter.ts'

const { wie, waarom } = betrokkene.inzage
const doelen: Record<string, string> = betrokkene.zoeken.doelen

/** The handelingen that show a zaak in a list of zaken. */
const LIJSTEN: readonly string[] = ['lijst_bekijken', 'zaken_zoeken', 'werkvoorraad_exporteren', 'zaken_ophalen']

/** The cells of one row, for the betrokkene. */
export function inzageCells({ tijdstip, handeling, identificatie, ...regel }: Inzageregel) {
  return {
    wanneer: exactMoment(tijdstip),
    wie: wieOf(regel),
    wat: AUDITNAAM_LABELS[handeling] ?? handeling,
    waarom: waaromOf(handeling, regel),
    zaak: identificatie ?? '',
  }
}

function waaromOf(handeling: string, { doel, zaakId }: Pick<Inzageregel, 'doel' | 'zaakId'>): string {
  if (doel) return doelen[doel] ?? doel
  if (LIJSTEN.includes(handeling)) return waarom.lijst
  return zaakId ? waarom.zaak : waarom.inzage
}

function wieOf({ actorSoort, team, systeem }: Pick<Inzageregel, 'actorSoort' | 'team' | 'systeem'>): string {
  if (actorSoort === 'behandelaar') return wie.medewerker(team)
  if (actorSoort === 'api_client') return wie.systeem(systeem ?? '')
  return actorSoort === 'opdrachtregel' ? wie.beheer : wie.zaaksysteem
}
