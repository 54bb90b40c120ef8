import { findStatus } from '#lib/voortgang/find-status.ts'
import type { Mailvoorkeuren } from '../emailadres/find-emailadres.ts'
import type { StatusVanZaak, ZaakVanBurger } from '../zaak/zaak-van-burger.ts'

/** `told`: what the mail is about. `replaced`: what was to be told and was taken back before anybody was. Both oldest first. */
export type Told = { told: StatusVanZaak[]; replaced: StatusVanZaak[] }

/** Which of the statussen after `van` up to `tot` the citizen is told of. */
export function toldStatussen(
  zaak: Pick<ZaakVanBurger, 'zaaktype' | 'statussen'>,
  { van, tot, voorkeuren }: { van: number; tot: number; voorkeuren: Mailvoorkeuren },
): Told {
  const statussen = zaak.statussen.filter(({ versie }) => versie > van && versie <= tot)
  // a correctie takes back the row before it
  const takenBack = new Set(
    statussen.filter(({ soort, versie }) => soort === 'correctie' && versie - 1 > van).map(({ versie }) => versie - 1),
  )
  const isReplaced = ({ versie, soort }: StatusVanZaak) =>
    takenBack.has(versie) || (soort === 'correctie' && takenBack.has(versie - 1))
  return {
    told: statussen.filter((status) => !isReplaced(status) && isToBeTold(zaak, status, voorkeuren)),
    replaced: statussen.filter((status) => isReplaced(status) && isToBeTold(zaak, status, voorkeuren)),
  }
}

/**
 * Which choice of the citizen a soort is left to. The others are always told: the receipt, what is asked, what begins anew, and
 * a correctie, because what it takes back may have been mailed before the choice was made.
 */
const CHOICE: Partial<Record<StatusVanZaak['soort'], keyof Mailvoorkeuren>> = {
  statuswijziging: 'voortgang',
  opschorting: 'termijnen',
  hervatting: 'termijnen',
  verlenging: 'termijnen',
  aanvulling_ontvangen: 'termijnen',
  aanvulling_verlopen: 'termijnen',
}

/** The end always is; a step when its statustype says so, or is one that our copy does not have yet. */
function isToBeTold(
  { zaaktype }: Pick<ZaakVanBurger, 'zaaktype'>,
  { soort, statuscode }: StatusVanZaak,
  voorkeuren: Mailvoorkeuren,
): boolean {
  const choice = CHOICE[soort]
  const isWanted = choice === undefined || voorkeuren[choice]
  if (soort !== 'statuswijziging') return isWanted
  const { isClosed = false, teksten } = findStatus(zaaktype, statuscode) ?? {}
  if (isClosed || !teksten) return true
  const statustype = zaaktype.statustypen.find(({ code }) => code === statuscode)
  return Boolean(statustype?.isEindstatus || (statustype?.informeren && isWanted))
}
