import type { StatusSoort } from '#lib/contract/event-types.ts'
import { daysBetween } from '#lib/platform/calendar.ts'
import type { Zaaktype } from '../../catalogus/zaaktype.ts'
import {
  afterStilstand,
  announcedUntil,
  beginTermijn,
  countedEnd,
  laterBy,
  movedAsFrom,
  zonderZienswijzen,
} from '../../termijn/beslistermijn.ts'
import { ontwerpOf } from '../handeling/besluit/procedure.ts'
import type { ZaakState } from '../wijziging/zaak-state.ts'

/** A row of the history of a zaak. */
export type Termijnrij = Pick<
  ZaakState,
  | 'einddatum'
  | 'einddatumGepland'
  | 'uiterlijkeEinddatum'
  | 'doorgeschovenDagen'
  | 'opschorting'
  | 'opgeschortOp'
  | 'hervatOp'
  | 'verlengd'
  | 'ontwerpdatum'
  | 'zienswijzen'
> & { soort: StatusSoort }

export type Datums = Pick<ZaakState, 'einddatumGepland' | 'uiterlijkeEinddatum' | 'doorgeschovenDagen'>
type Termijn = Datums & Pick<ZaakState, 'verlengd'> & Partial<Pick<ZaakState, 'zienswijzen'>>

/** Acts that put back the state before the act that they take back. */
const TAKE_BACK: readonly StatusSoort[] = ['correctie', 'herstel']

/**
 * The dates of a zaak as its history makes them by the terms of a zaaktype and the holidays that are known today: from its begin,
 * act by act. What an act said stays: by how many days the term was extended, since when and until when it stood still, and which
 * day was told for a besluit that is late.
 *
 * @param history oldest first, without a gap
 */
export function replayTermijn(startdatum: string, history: readonly Termijnrij[], zaaktype: Zaaktype): Datums {
  const replayed: Termijn[] = []
  const beginning: Termijn = { ...beginTermijn(startdatum, zaaktype), verlengd: false }
  for (const [index, row] of history.entries()) {
    const before = history[index - 1]
    const was = replayed[index - 1] ?? beginning
    if (TAKE_BACK.includes(row.soort)) replayed.push(replayed[index - 2] ?? beginning)
    else if (row.soort === 'heropening') replayed.push(replayed[lastOpenBefore(history, index)] ?? beginning)
    else replayed.push(before ? afterAct(was, { before, row, zaaktype }) : beginning)
  }
  const { einddatumGepland, uiterlijkeEinddatum, doorgeschovenDagen } = replayed.at(-1) ?? beginning
  return { einddatumGepland, uiterlijkeEinddatum, doorgeschovenDagen }
}

function lastOpenBefore(history: readonly Termijnrij[], index: number): number {
  return history.findLastIndex(({ einddatum }, at) => at < index && einddatum === null)
}

type Step = { before: Termijnrij; row: Termijnrij; zaaktype: Zaaktype }

function afterAct(was: Termijn, { before, row, zaaktype }: Step): Termijn {
  const { verlengd, hervatOp, soort } = row
  if (soort === 'zienswijzen_vastgelegd') {
    if (before.zienswijzen === false) {
      return { ...was, ...movedAsFrom(was, { after: before, before: row }, zaaktype), zienswijzen: row.zienswijzen }
    }
    const einde = row.zienswijzen === false && ontwerpOf({ zaak: row, zaaktype })?.zienswijzenUiterlijk
    return {
      ...was,
      ...(einde && zonderZienswijzen({ ...row, ...was }, einde, zaaktype)),
      zienswijzen: row.zienswijzen,
    }
  }
  if (verlengd && !before.verlengd) {
    if (zaaktype.doorlooptijd.regeling === 'redelijk') return announcedUntil(row.uiterlijkeEinddatum)
    const days = daysBetween(countedEnd(before), countedEnd(row))
    return { ...laterBy(days, { ...was, verlengd }, zaaktype), verlengd }
  }
  // it may stand still again at once
  if (before.opschorting && row.opgeschortOp !== before.opgeschortOp && hervatOp) {
    const stilstand = { opgeschortOp: before.opgeschortOp as string, hervatOp }
    return { ...afterStilstand(was, stilstand, zaaktype), verlengd }
  }
  // that it ran again on an earlier day than was known
  if (soort === 'aanvulling_ontvangen') {
    return { ...laterBy(daysBetween(countedEnd(before), countedEnd(row)), was, zaaktype), verlengd }
  }
  return soort === 'vertraging_gemeld' ? { ...was, einddatumGepland: row.einddatumGepland } : was
}
