import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { antwoordOf } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import type { Herinneringsoort } from '../generated/client.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'

/** A last day on which the citizen can still do something; `laatsteDag` is `yyyy-mm-dd`. */
export type Termijn = { soort: Herinneringsoort; laatsteDag: string }

/**
 * Of what the citizen can be reminded now, by the table of answers: of what was asked only while something is still to be sent and the
 * page says so. Whether somebody objected the portal does not know.
 */
export function openTermijnen(zaak: ZaakVanBurger, now: Date): Termijn[] {
  const today = dateInAmsterdam(now)
  const stand = voortgang(zaak, today)
  const { rij } = antwoordOf(stand, zaak, { taal: 'nl', now })
  const bezwaar = stand.reacties.filter(({ soort, uiterlijk }) => soort === 'bezwaar' && uiterlijk >= today)
  return [
    ...(rij === 'aanvullen' && stand.stilstand
      ? [{ soort: 'aanvulling' as const, laatsteDag: stand.stilstand.tot }]
      : []),
    ...bezwaar.map(({ uiterlijk }) => ({ soort: 'bezwaar' as const, laatsteDag: uiterlijk })),
  ]
}
