import { fillDates } from '#lib/ui/text/dates.ts'
import { isTeLaat } from '#lib/voortgang/promised-datums.ts'
import { type Voortgang, voortgang } from '#lib/voortgang/voortgang.ts'
import type { PreviewedRegel } from '#lib/zaaksysteem/bulk/preview-bulk.ts'
import { type ShownZaak, toShownZaak } from '../../zaken/[zaakId]/shown-zaak.ts'

type Possible = Extract<PreviewedRegel, { ok: true }>

/** `zin`: what stands on top of the citizen's page, with the dates of this zaak. */
type ShownRegel = Possible & { zin: string; uiterlijkeEinddatum: string | null }

export type Groep = {
  /** of the first one: its zaak, where that stands, and only the step that is new */
  zaak: ShownZaak
  progress: Voortgang
  regels: ShownRegel[]
}

/**
 * Zaken whose citizens read the same but for the dates, together.
 *
 * @param today in the Netherlands, `yyyy-mm-dd`: who waits too long reads that too
 */
export function groupPreviews(regels: readonly Possible[], today: string): Groep[] {
  const groepen = new Map<string, Groep>()
  for (const regel of regels) {
    const zaak = toShownZaak(regel.straks)
    const progress = voortgang(zaak)
    const { antwoord, statustekst, teDoen, stilstand, afgerond } = progress
    const datums = {
      fataleDatum: zaak.uiterlijkeEinddatum,
      bezwaardatum: zaak.besluit?.uiterlijkeReactiedatum ?? null,
    }
    const shown: ShownRegel = {
      ...regel,
      zin: fillDates(antwoord.nl, datums, 'nl'),
      uiterlijkeEinddatum: afgerond || stilstand ? null : zaak.uiterlijkeEinddatum,
    }
    const isLate = shown.uiterlijkeEinddatum !== null && isTeLaat(shown.uiterlijkeEinddatum, today)
    // while a term stands still, that is what they read, and not the text of the status
    const key = JSON.stringify([antwoord, stilstand ?? statustekst, teDoen, isLate])
    const groep = groepen.get(key)
    if (groep) groep.regels.push(shown)
    else {
      const stappen = progress.stappen.filter(({ versie }) => versie === regel.straks.versie)
      groepen.set(key, { zaak, progress: { ...progress, stappen }, regels: [shown] })
    }
  }
  return [...groepen.values()]
}
