import { findStatus } from '#lib/voortgang/find-status.ts'
import type { StatusVanZaak, ZaakVanBurger } from '../zaak/zaak-van-burger.ts'

/** `told`: what the mail is about. `replaced`: what was to be told and was taken back before anybody was. Both oldest first. */
export type Told = { told: StatusVanZaak[]; replaced: StatusVanZaak[] }

/** Which of the statussen after `van` up to `tot` the citizen is told of. */
export function toldStatussen(
  zaak: Pick<ZaakVanBurger, 'zaaktype' | 'statussen'>,
  { van, tot }: { van: number; tot: number },
): Told {
  const statussen = zaak.statussen.filter(({ versie }) => versie > van && versie <= tot)
  // a correctie takes back the row before it
  const takenBack = new Set(
    statussen.filter(({ soort, versie }) => soort === 'correctie' && versie - 1 > van).map(({ versie }) => versie - 1),
  )
  const isReplaced = ({ versie, soort }: StatusVanZaak) =>
    takenBack.has(versie) || (soort === 'correctie' && takenBack.has(versie - 1))
  return {
    told: statussen.filter((status) => !isReplaced(status) && isToBeTold(zaak, status)),
    replaced: statussen.filter((status) => isReplaced(status) && isToBeTold(zaak, status)),
  }
}

/** Acts, the receipt and the end always are; a step when its statustype says so, or is one that our copy does not have yet. */
function isToBeTold({ zaaktype }: Pick<ZaakVanBurger, 'zaaktype'>, { soort, statuscode }: StatusVanZaak): boolean {
  if (soort !== 'statuswijziging') return true
  const { isClosed = false, teksten } = findStatus(zaaktype, statuscode) ?? {}
  if (isClosed || !teksten) return true
  return zaaktype.statustypen.some(({ code, informeren, isEindstatus }) => {
    return code === statuscode && (informeren || isEindstatus)
  })
}
