import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { antwoordOf } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import type { Herinneringsoort } from '../generated/client.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'

/** A last day to act, `yyyy-mm-dd`. */
export type Termijn = { soort: Herinneringsoort; laatsteDag: string }

/**
 * Returns the last days that the citizen can be reminded of now. A request counts only while the table of
 * answers says that something is still to be sent. The portal does not know whether the citizen objected.
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
