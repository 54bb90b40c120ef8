import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { antwoordOf } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { findStatus } from '#lib/voortgang/find-status.ts'
import { isBericht } from '#lib/voortgang/is-bericht.ts'
import { SOORTEN, takesBack } from '#lib/voortgang/soorten.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import type { StatusVanZaak, ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import type { Mailvoorkeuren } from './emailadres/find-emailadres.ts'

/** `told`: what the mail is about. `replaced`: what was to be told and was taken back before anybody was. Both oldest first. */
export type Told = { told: StatusVanZaak[]; replaced: StatusVanZaak[] }

/** Which of the statussen after `van` up to `tot` the citizen is told of. */
export function toldStatussen(
  zaak: Pick<ZaakVanBurger, 'zaaktype' | 'statussen'>,
  { van, tot, voorkeuren }: { van: number; tot: number; voorkeuren: Mailvoorkeuren },
): Told {
  const statussen = zaak.statussen.filter(({ versie }) => versie > van && versie <= tot)
  const takenBack = new Set(
    statussen.filter((status) => takesBack(status) && status.versie - 1 > van).map(({ versie }) => versie - 1),
  )
  const isReplaced = (status: StatusVanZaak) =>
    takenBack.has(status.versie) || (takesBack(status) && takenBack.has(status.versie - 1))
  return {
    told: statussen.filter((status) => !isReplaced(status) && isToBeTold(zaak, status, voorkeuren)),
    replaced: statussen.filter((status) => isReplaced(status) && isToBeTold(zaak, status, voorkeuren)),
  }
}

/** A bericht, unless its kind is left to the citizen, who does not want it. */
function isToBeTold(
  { zaaktype }: Pick<ZaakVanBurger, 'zaaktype'>,
  status: StatusVanZaak,
  voorkeuren: Mailvoorkeuren,
): boolean {
  if (!isBericht(zaaktype, status)) return false
  // the end is always told, and what the citizen must do
  const { keuze } = SOORTEN[status.soort]
  return keuze === null || mayBeEnd(zaaktype, status) || asks(zaaktype, status) || voorkeuren[keuze]
}

/** Whether the page asks the citizen to do something. */
export function asksNow(zaak: ZaakVanBurger, now: Date): boolean {
  return antwoordOf(voortgang(zaak, dateInAmsterdam(now)), zaak, { taal: 'nl', now }).toon === 'teDoen'
}

function asks(zaaktype: ZaakVanBurger['zaaktype'], { soort, statuscode, reden }: StatusVanZaak): boolean {
  if (soort === 'statuswijziging') return findStatus(zaaktype, statuscode).teksten.handeling !== null
  const { grond } = zaaktype.opschortingsredenen.find(({ code }) => code === reden) ?? {}
  return soort === 'opschorting' && grond === 'vertraging_aanvrager'
}

/** A step that our copy of the zaaktype lacks may be the end too. */
function mayBeEnd(zaaktype: ZaakVanBurger['zaaktype'], { soort, statuscode }: StatusVanZaak): boolean {
  const { position, isClosed } = findStatus(zaaktype, statuscode)
  const isEnd = isClosed || position === null || zaaktype.statustypen[position]?.isEindstatus === true
  return soort === 'statuswijziging' && isEnd
}
