import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { antwoordOf } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { isBericht } from '#lib/voortgang/berichten.ts'
import { findStatus } from '#lib/voortgang/find-status.ts'
import { takesBack, tekstenOf } from '#lib/voortgang/soorten.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import type { StatusVanZaak, ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import type { Mailvoorkeuren } from './emailadres/emailadres.ts'

/** `told`: the subject of the mail. `replaced`: taken back before it was mailed. Both oldest first. */
export type Told = { told: StatusVanZaak[]; replaced: StatusVanZaak[] }

/** Returns the statussen after `van` up to `tot` that the citizen is told of. */
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

/** True for a bericht, unless its kind is optional and the citizen switched it off. */
function isToBeTold(
  { zaaktype }: Pick<ZaakVanBurger, 'zaaktype'>,
  status: StatusVanZaak,
  voorkeuren: Mailvoorkeuren,
): boolean {
  if (!isBericht(zaaktype, status)) return false
  // the end and a task are always mailed
  const { keuze } = tekstenOf(status.soort)
  return keuze === undefined || mayBeEnd(zaaktype, status) || asks(zaaktype, status) || voorkeuren[keuze]
}

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
