import { signaleer } from '../../../signalering/signaleer.ts'
import { hervatNaVerlopen } from '../../../termijn/beslistermijn.ts'
import { changeStatement, type Handeling } from '../../wijziging/apply-change.ts'
import { type Act, performing } from '../perform-handeling.ts'
import { NO_AANVULLING_OPEN, resumed } from '../rules.ts'

const STATEMENT = changeStatement('expire-aanvulling', { also: { signaleerd: signaleer('aanvulling_verlopen') } })

/**
 * Resumes a term whose aanvulling did not come by its last day: from the day after, by law (Awb 4:15).
 */
export const EXPIRE_AANVULLING = {
  soort: 'aanvulling_verlopen',
  auditnaam: 'aanvulling_verlopen',
  recht: 'behandelen',
  needs: [
    NO_AANVULLING_OPEN,
    {
      reason: 'last_day_ahead',
      tekst: 'De laatste dag van de aanvulling is nog niet voorbij.',
      detail: 'The last day of the aanvulling has not passed.',
      broken: ({ zaak, today }) => zaak.opgeschortTot === null || zaak.opgeschortTot >= today,
    },
  ],
  rules: [],
  next: ({ zaak, zaaktype }) => resumed(zaak, zaaktype, hervatNaVerlopen(zaak.opgeschortTot as string)),
  also: () => ({ statement: STATEMENT }),
} as const satisfies Act<Handeling>

export const expireAanvulling = performing(EXPIRE_AANVULLING)
