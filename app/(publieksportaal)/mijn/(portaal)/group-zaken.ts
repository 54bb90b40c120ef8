import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'

/** Far beyond any date, so that what has no last day comes after what has. */
const NO_DAY = '9999'

/**
 * In the order in which a citizen needs them: what waits for them, by its last day; what they have not seen yet, also when it
 * has ended; the rest that is open; the rest that has ended. Each zaak stands in one group. That one can still object is no
 * need: most people agree.
 */
export function groupZaken({ open, afgerond }: { open: ZaakVanBurger[]; afgerond: ZaakVanBurger[] }) {
  const isNieuw = ({ versie, gezienVersie }: ZaakVanBurger) => versie > gezienVersie
  const lastDay = ({ opschorting }: ZaakVanBurger) => (opschorting?.soort === 'aanvulling' ? opschorting.tot : NO_DAY)
  const vraagtIets = open
    .filter((zaak) => voortgang(zaak).moetHandelen)
    .toSorted((one, other) => (lastDay(one) < lastDay(other) ? -1 : 1))
  const rest = open.filter((zaak) => !vraagtIets.includes(zaak))
  return {
    vraagtIets,
    nieuw: [...rest, ...afgerond].filter(isNieuw),
    open: rest.filter((zaak) => !isNieuw(zaak)),
    afgerond: afgerond.filter((zaak) => !isNieuw(zaak)),
  }
}
