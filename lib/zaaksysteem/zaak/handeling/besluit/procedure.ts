import type { Resultaattype, Zaaktype } from '../../../catalogus/zaaktype.ts'
import { laatsteDagVerblijf } from '../../../termijn/verblijf.ts'
import type { ZaakState } from '../../wijziging/zaak-state.ts'
import type { Rule, Standing, Subject } from '../rules.ts'

/** A besluit on what was asked: what leaves the aanvraag out of consideration needs no procedure. */
const needsProcedure = ({ isBesluit, buitenBehandeling }: Resultaattype) => isBesluit && !buitenBehandeling

/** Whether a step that the law requires is still ahead. */
function isStepAhead({ statustypen }: Zaaktype, statustype: string): boolean {
  const reached = statustypen.findIndex(({ code }) => code === statustype)
  return statustypen.slice(reached + 1, -1).some(({ verplicht }) => verplicht)
}

/** Since which day the draft lies ter inzage, and the last day for zienswijzen on it (Awb 3:16); null when there is none. */
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

/** The last day on which a zaak must stay where it is, `yyyy-mm-dd`; null when it need not, or that has passed. */
export function verblijfTot({ zaak, zaaktype, today }: Pick<Standing, 'zaak' | 'zaaktype' | 'today'>): string | null {
  const { minstens } = zaaktype.statustypen.find(({ code }) => code === zaak.statustype) ?? {}
  if (!minstens || zaak.einddatum !== null) return null
  const last = laatsteDagVerblijf(zaak.ontwerpdatum ?? zaak.startdatum, minstens)
  return last >= today ? last : null
}

/**
 * Rules for what the law asks before a besluit is taken.
 *
 * @param find of which kind it will be; `undefined` when there will be none
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
      detail: 'The law requires a step before this besluit: a statustype with `verplicht` must be reached first.',
      status: 409,
      broken: breaks((resultaattype, { zaaktype, zaak }) => {
        return needsProcedure(resultaattype) && isStepAhead(zaaktype, zaak.statustype)
      }),
    },
    {
      reason: 'step_too_short',
      detail: 'The zaak must stay at its status for as long as `minstens` says (Awb 3:16).',
      status: 409,
      broken: breaks((resultaattype, subject) => needsProcedure(resultaattype) && verblijfTot(subject) !== null),
    },
    {
      reason: 'aanvulling_term_runs',
      detail: 'An aanvulling was asked, and its last day has not passed (Awb 4:5 lid 1).',
      status: 409,
      broken: breaks(({ buitenBehandeling }, subject) => buitenBehandeling && isAanvullingOpen(subject)),
    },
    {
      reason: 'aanvulling_not_asked',
      detail: 'The aanvrager must have had the occasion to complete the aanvraag first (Awb 4:5 lid 1).',
      status: 409,
      broken: breaks(
        ({ buitenBehandeling }, { zaak }) =>
          buitenBehandeling && zaak.opschorting !== 'aanvulling' && !zaak.aanvullingGehad,
      ),
    },
    {
      reason: 'aanvulling_not_looked_at',
      detail:
        'Some of what was asked came after its last day, or was said to be sent and not confirmed: aanvullingBekeken must say that somebody looked at that.',
      status: 409,
      broken: breaks(
        ({ buitenBehandeling }, subject) =>
          buitenBehandeling && !subject.input.aanvullingBekeken && isUnjudged(subject.zaak.aanvullingsverzoek),
      ),
    },
  ] as const satisfies Rule<Subject<Input>>[]
}

/** What comes before the besluit may make the aanvraag complete after all: whether to consider that is a choice, not an oversight. */
function isUnjudged(verzoek: Standing['zaak']['aanvullingsverzoek']): boolean {
  if (!verzoek) return false
  const { tot, einde, onderdelen } = verzoek
  return onderdelen.some(({ ontvangenOp }) => (ontvangenOp ? ontvangenOp > tot : einde === 'aanvulling_gemeld'))
}

/** A last day that has passed counts, also before the zaaksysteem has said so. */
function isAanvullingOpen({ zaak: { opschorting, opgeschortTot }, today }: Standing): boolean {
  return opschorting === 'aanvulling' && (opgeschortTot as string) >= today
}
