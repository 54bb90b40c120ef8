import { herstelRequest } from '#lib/contract/handeling-requests.ts'
import { wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import { changeStatement, type Handeling, type Handelingsoort } from '../../wijziging/apply-change.ts'
import { findStateAtVersie } from '../../wijziging/find-zaak-at-versie.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, performing } from '../perform-handeling.ts'
import { CLOSED, REASON_REQUIRED } from '../rules.ts'
import { toelichtingForm, waarom } from '../velden.ts'

/**
 * Acts that people do by mistake. Acts by law, such as the expiry of an aanvulling or instemming, would
 * happen again at once. Reports of the aanvrager are his own; missing parts are requested again. A status is
 * undone by `CORRECT_STATUS`.
 */
const UNDOABLE: readonly Handelingsoort[] = [
  'opschorting',
  'hervatting',
  'verlenging',
  'aanvullingsverzoek',
  'aanvulling_verlengd',
  'aanvulling_ontvangen',
  'aanvulling_deel_ontvangen',
  'aanvulling_nagekomen',
  'zienswijzen_vastgelegd',
  'vertraging_gemeld',
  'ingebrekestelling',
  'ingebrekestelling_vervallen',
  'dwangsom_vastgesteld',
  'doorzending',
]

/** Acts that can be recorded in a closed zaak and do not concern its end. */
const UNDOABLE_CLOSED: readonly string[] = ['ingebrekestelling', 'dwangsom_vastgesteld']

const STATEMENT = changeStatement('undo-handeling', {
  also: {
    // Parts that came with the act are missing again, parts that came earlier are not, and a
    // request made by it is withdrawn.
    awaited: `
      update aanvulling set
        ontvangen_op = case when ontvangst_versie = changed.versie - 1 then null else ontvangen_op end,
        ontvangst_versie = nullif(ontvangst_versie, changed.versie - 1),
        teruggenomen = teruggenomen or aanvulling.versie = changed.versie - 1
      from changed
      where aanvulling.zaak_id = any (array[changed.id])
        and changed.versie - 1 in (ontvangst_versie, aanvulling.versie)`,
  },
})

/**
 * Herstellen: undoes an act on the term that was a mistake, when it was the last act. The history keeps both.
 */
export const UNDO_HANDELING = {
  soort: 'herstel',
  auditnaam: 'handeling_herstellen',
  recht: 'behandelen',
  needs: [
    {
      ...CLOSED,
      broken: (standing) => CLOSED.broken(standing) && !UNDOABLE_CLOSED.includes(standing.zaak.laatsteSoort),
    },
    {
      reason: 'nothing_to_undo',
      tekst: 'De laatste handeling ging niet over de termijn, of ging vanzelf. Er is niets om terug te draaien.',
      detail: 'The last act on the zaak did not change its term, or was automatic.',
      broken: ({ zaak }) => !(UNDOABLE as readonly string[]).includes(zaak.laatsteSoort) || zaak.vanzelf,
    },
  ],
  rules: [REASON_REQUIRED],
  next: ({ zaak: { id, versie } }, ctx) => findStateAtVersie(ctx, { id, versie: versie - 1 }),
  also: () => ({ statement: STATEMENT }),
  api: {
    segment: 'herstellingen',
    scope: 'zaken.corrigeren',
    schema: herstelRequest,
    id: 'handelingHerstellen',
    name: 'Herstel',
    summary: 'Undo the last act on the term',
    example: { versie: 3, statustoelichting: 'Deze verlenging was van een andere aanvraag.' },
  },
} as const satisfies Act<Handeling>

export const undoHandeling = performing(UNDO_HANDELING)

const texts = {
  uitleg: (handeling: string) =>
    `‘${handeling}’ wordt teruggedraaid. De termijn en de datums zijn dan weer zoals ervoor. De aanvrager ziet beide en uw uitleg.`,
} as const

export const UNDO_HANDELING_PAGE = {
  titel: 'Laatste handeling terugdraaien',
  groep: 'zaak',
  toets: 'z',
  knop: 'Terugdraaien',
  gedaan: 'Opgeslagen. De handeling is teruggedraaid. De aanvrager ziet dit direct.',
  form: toelichtingForm,
  uitleg: ({ zaak }) => [texts.uitleg(wijzigingen[zaak.history[0]?.soort ?? 'herstel'].verloop ?? '')],
  velden: () => [waarom],
} as const satisfies Handelingspagina
