import type { ZaaksysteemContext } from '../../context.ts'
import { signaleer } from '../../signalering/signaleer.ts'
import { hervatNaVerlopen } from '../../termijn/beslistermijn.ts'
import { applyStatement, type Handeling } from '../wijziging/apply-change.ts'
import { performHandeling } from './perform-handeling.ts'
import { resumed } from './resume-zaak.ts'
import type { Rule, Subject } from './rules.ts'

const RULES = [
  { reason: 'no_aanvulling_open', broken: ({ zaak }) => zaak.opschorting !== 'aanvulling' },
  { reason: 'last_day_ahead', broken: ({ zaak, today }) => zaak.opgeschortTot === null || zaak.opgeschortTot >= today },
] as const satisfies Rule<string, Subject<Handeling>>[]

const EXPIRE = applyStatement('expire-aanvulling', { signaleerd: signaleer('aanvulling_verlopen') })

/** The last day of an aanvulling passed without it: by law the term runs again from the day after (Awb 4:15). */
export function expireAanvulling(ctx: ZaaksysteemContext, expiry: Handeling) {
  return performHandeling(ctx, expiry, {
    soort: 'aanvulling_verlopen',
    rules: RULES,
    next: ({ zaak }) => resumed(zaak, hervatNaVerlopen(zaak.opgeschortTot as string)),
    also: { statement: EXPIRE },
  })
}
