import { addToDate } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'
import type { Resultaattype, Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import type { ZaakState } from '../../wijziging/zaak-state.ts'
import type { Rule, Standing, Subject } from '../rules.ts'

/**
 * Returns the last day, `yyyy-mm-dd`, on which a zaak must stay at a status, such as the six weeks of an
 * ontwerpbesluit. The term includes its first day (Awb 3:16 lid 2) and ends on a working day (Algemene
 * termijnenwet 1).
 *
 * @param minstens ISO 8601
 */
function laatsteDagVerblijf(sinds: string, minstens: string): string {
  return naarWerkdag(addToDate(addToDate(sinds, minstens), '-P1D'))
}

/** True for a besluit on the substance: buiten behandeling stellen needs no procedure. */
const needsProcedure = ({ isBesluit, buitenBehandeling }: Resultaattype) => isBesluit && !buitenBehandeling

/** True when a step that the law requires is still ahead. */
function isStepAhead({ statustypen }: Zaaktype, statustype: string): boolean {
  const reached = statustypen.findIndex(({ code }) => code === statustype)
  return statustypen.slice(reached + 1, -1).some(({ verplicht }) => verplicht)
}

/** Returns when the ontwerp was laid ter inzage and the last day for zienswijzen (Awb 3:16), or null. */
export function ontwerpOf({
  zaak: { ontwerpdatum: terinzagedatum },
  zaaktype,
}: {
  zaak: Pick<ZaakState, 'ontwerpdatum'>
  zaaktype: Zaaktype
}) {
  const minstens = zaaktype.statustypen.find(({ minstens }) => minstens)?.minstens
  if (!minstens || !terinzagedatum) return null
  return { terinzagedatum, zienswijzenUiterlijk: laatsteDagVerblijf(terinzagedatum, minstens) }
}

/** Returns the last day on which a zaak must stay at its status; null when it need not. */
export function verblijfTot({ zaak, zaaktype, today }: Pick<Standing, 'zaak' | 'zaaktype' | 'today'>): string | null {
  const { minstens } = zaaktype.statustypen.find(({ code }) => code === zaak.statustype) ?? {}
  if (!minstens || zaak.einddatum !== null) return null
  const last = laatsteDagVerblijf(zaak.ontwerpdatum ?? zaak.startdatum, minstens)
  return last >= today ? last : null
}

export const STEP_TOO_SHORT = {
  reason: 'step_too_short',
  tekst: 'De wettelijke termijn van deze stap loopt nog. Dit kan pas daarna.',
  veld: 'statustype',
  detail: 'The zaak must stay at its status for as long as `minstens` says (Awb 3:16).',
  status: 409,
} as const

/**
 * Returns the rules of law for what must precede a besluit.
 *
 * @param find returns its resultaattype; `undefined` when there will be no besluit
 */
export function procedureRules<Input extends { aanvullingBekeken?: boolean | undefined }>(
  find: (subject: Subject<Input>) => Resultaattype | undefined,
) {
  const breaks =
    (broken: (resultaattype: Resultaattype, subject: Subject<Input>) => boolean) => (subject: Subject<Input>) => {
      const resultaattype = subject.zaak.einddatum === null ? find(subject) : undefined
      return resultaattype !== undefined && broken(resultaattype, subject)
    }
  return [
    {
      reason: 'step_required',
      tekst: 'Eerst moet het ontwerpbesluit ter inzage liggen. Zet eerst die status.',
      veld: 'statustype',
      detail: 'The law requires a step before this besluit: a statustype with `verplicht` must be reached first.',
      status: 409,
      broken: breaks((resultaattype, { zaaktype, zaak }) => {
        return needsProcedure(resultaattype) && isStepAhead(zaaktype, zaak.statustype)
      }),
    },
    {
      ...STEP_TOO_SHORT,
      broken: breaks((resultaattype, subject) => needsProcedure(resultaattype) && verblijfTot(subject) !== null),
    },
    {
      reason: 'aanvulling_term_runs',
      tekst: 'De aanvrager heeft nog tijd om aan te vullen. Wacht tot die termijn voorbij is (Awb 4:5).',
      veld: 'resultaat',
      detail: 'An aanvulling was asked, and its last day has not passed (Awb 4:5 lid 1).',
      status: 409,
      broken: breaks(({ buitenBehandeling }, subject) => buitenBehandeling && isAanvullingOpen(subject)),
    },
    {
      reason: 'aanvulling_not_asked',
      tekst: 'Vraag eerst een aanvulling. Pas als die termijn voorbij is, kan dit (Awb 4:5).',
      veld: 'resultaat',
      detail: 'The aanvrager must first have had the opportunity to complete the aanvraag (Awb 4:5 lid 1).',
      status: 409,
      broken: breaks(
        ({ buitenBehandeling }, { zaak }) =>
          buitenBehandeling && zaak.opschorting !== 'aanvulling' && !zaak.aanvullingGehad,
      ),
    },
    {
      reason: 'aanvulling_not_looked_at',
      tekst:
        'Er kwam nog een aanvulling, of de aanvrager meldde die. Kijk of de aanvraag nu compleet is. Zo niet, vink dat dan hieronder aan.',
      veld: 'aanvullingBekeken',
      detail:
        'An item was received after its last day, or was reported as sent and not confirmed: set aanvullingBekeken once somebody has assessed it.',
      status: 409,
      broken: breaks(
        ({ buitenBehandeling }, subject) =>
          buitenBehandeling && !subject.input.aanvullingBekeken && isUnjudged(subject.zaak.aanvullingsverzoek),
      ),
    },
  ] as const satisfies Rule<Subject<Input>>[]
}

/** A part that came late or was only reported may complete the aanvraag: the behandelaar must judge it. */
function isUnjudged(verzoek: Standing['zaak']['aanvullingsverzoek']): boolean {
  if (!verzoek) return false
  const { tot, einde, onderdelen } = verzoek
  return onderdelen.some(({ ontvangenOp }) => (ontvangenOp ? ontvangenOp > tot : einde === 'aanvulling_gemeld'))
}

/** A last day that has passed counts, also before the worker has recorded that. */
function isAanvullingOpen({ zaak: { opschorting, opgeschortTot }, today }: Standing): boolean {
  return opschorting === 'aanvulling' && (opgeschortTot as string) >= today
}
