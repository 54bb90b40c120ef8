import { herstelRequest } from '#lib/contract/handeling-requests.ts'
import { changeStatement, type Handeling, type Handelingsoort } from '../wijziging/apply-change.ts'
import { findStateAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { type Act, performing } from './perform-handeling.ts'
import { CLOSED, REASON_REQUIRED } from './rules.ts'

/**
 * What people do by mistake. An aanvulling expires by the law, as consent to wait ends, which would do so again at once; what the
 * aanvrager said is his (what did not come is asked anew), and a status is taken back by `CORRECT_STATUS`.
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

/** What can be recorded of a closed zaak, and says nothing of its end. */
const UNDOABLE_CLOSED: readonly string[] = ['ingebrekestelling', 'dwangsom_vastgesteld']

const STATEMENT = changeStatement('undo-handeling', {
  also: {
    // what came with it is missing again, but for what had come before, and what was asked with it was not
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

/** Herstellen: takes back an act on the term that was a mistake, when nothing came after it. The history keeps both. */
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
      detail: 'The last act on the zaak was none on its term, or one of the law.',
      broken: ({ zaak }) => !(UNDOABLE as readonly string[]).includes(zaak.laatsteSoort) || zaak.vanzelfHervat,
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
    summary: 'Takes back the last act on the term, which was a mistake',
    example: { versie: 3, statustoelichting: 'Deze verlenging was van een andere aanvraag.' },
  },
} as const satisfies Act<Handeling>

export const undoHandeling = performing(UNDO_HANDELING)
