import type { Taal } from '#lib/ui/text/taal.ts'
import { foutenEn, foutenNl } from '#lib/ui/texts/ontwikkelaars/fouten.ts'
import type { Foutcode } from '#lib/zaaksysteem/abonnement/toestemming/request-toestemming.ts'

type FoutUitleg = { kort: string; watNu: string }

const FOUTEN: Record<Taal, Record<Foutcode, FoutUitleg>> = { nl: foutenNl, en: foutenEn }

/**
 * Explains an error to the operator of the sink. An unknown code is shown as it is.
 *
 * @param detail the exact error, such as `CERT_HAS_EXPIRED`, which suppliers can look up
 */
export function foutUitleg(code: string, detail: string | null, taal: Taal): FoutUitleg {
  const known = Object.hasOwn(FOUTEN[taal], code) ? FOUTEN[taal][code as Foutcode] : { kort: code, watNu: '' }
  return detail === null || detail === code ? known : { ...known, watNu: `${known.watNu} (${detail})`.trimStart() }
}
