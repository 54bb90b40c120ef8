import type { StatusSoort } from '#lib/contract/event-types.ts'
import { addToDate, daysBetween } from '#lib/platform/calendar.ts'
import type { Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import {
  afterStilstand,
  announcedUntil,
  beginTermijn,
  countedEnd,
  hervatNaVerlopen,
  laterBy,
  zonderZienswijzen,
} from '../../termijn/beslistermijn.ts'
import { ontwerpOf } from '../handeling/besluit/procedure.ts'
import { SELECT_STATE, type ZaakState } from '../wijziging/zaak-state.ts'

/** A row of the history of a zaak. */
export type Termijnrij = ZaakState & {
  soort: StatusSoort
  /** the day of the act that counts: that of its letter, when that was another one */
  op: string
  /** the day on which the last of what was asked came; null unless this row says that it did */
  aangevuldOp: string | null
}

/** The columns of a row of `status` that replayTermijn reads. */
export const SELECT_TERMIJNRIJ = `
  soort, ${SELECT_STATE}, coalesce(gebeurd_op, (datum_status_gezet at time zone 'Europe/Amsterdam')::date)::text as op, (
    select max(came.ontvangen_op)::text
    from aanvulling said join aanvulling came on came.zaak_id = said.zaak_id and came.versie = said.versie
    where said.zaak_id = status.zaak_id and said.ontvangst_versie = status.versie and soort = 'aanvulling_ontvangen'
  ) as "aangevuldOp"`

const FIND_HISTORY = `select ${SELECT_TERMIJNRIJ} from status where zaak_id = $1 order by versie`

export type Datums = Pick<ZaakState, 'einddatumGepland' | 'uiterlijkeEinddatum' | 'doorgeschovenDagen'>
type Termijn = Datums & Pick<ZaakState, 'verlengd' | 'zienswijzen'>

/** Days on which the term stood still, as `afterStilstand` counts them; `null`: it still does, and nothing ends that by itself. */
type Stilstand<Einde = string> = { opgeschortOp: string; hervatOp: Einde }

/** A move of the term, from the day `op` on. */
type Zet =
  | ({ soort: 'stilstand'; op: string; isGevraagd: boolean } & Stilstand)
  | { soort: 'verlenging'; op: string; dagen: number }
  | { soort: 'aankondiging'; op: string; verwacht: string }
  | { soort: 'geenZienswijzen'; op: string }

const NEVER = '9999-12-31'

/** Acts that put back the state before the act that they take back. */
const TAKE_BACK: readonly StatusSoort[] = ['correctie', 'herstel']

/**
 * The term of a zaak as its history makes it by the terms of a zaaktype and the holidays that are known today, whatever the order in
 * which its acts were recorded. What an act said stays: by how many days the term was extended, since when and until when it stood
 * still, and which day was announced. Whether that moved anything is decided anew: nothing moves a term that was over by then.
 *
 * @param history oldest first, without a gap
 */
export function replayTermijn(startdatum: string, history: readonly Termijnrij[], zaaktype: Zaaktype): Termijn {
  const last = history.at(-1)
  const zetten = (zettenOf(history, zaaktype).at(-1) ?? []).toSorted(inOrder)
  const running = last?.opschorting ? [stilstandNow(last)] : []
  let termijn: Termijn = { ...beginTermijn(startdatum, zaaktype), verlengd: false, zienswijzen: null }
  for (const [index, zet] of zetten.entries()) {
    const ahead = [...zetten.slice(index).filter((each) => each.soort === 'stilstand'), ...running]
    termijn = { ...termijn, ...after(termijn, zet, { ahead, zaaktype }) }
  }
  return { ...termijn, zienswijzen: last?.zienswijzen ?? null }
}

/**
 * The term of a zaak after a correction: of its startdatum, of what its history says by the row that comes, or of both.
 *
 * @param corrected what the correction makes different of the zaak
 */
export async function correctedTermijn(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { zaak, zaaktype }: { zaak: ZaakState & { id: string; startdatum: string }; zaaktype: Zaaktype },
  {
    startdatum = zaak.startdatum,
    ...corrected
  }: Partial<Termijnrij> & Pick<Termijnrij, 'soort'> & { startdatum?: string },
): Promise<Omit<Termijn, 'zienswijzen'>> {
  const { rows } = await pool.query<Termijnrij>({ name: 'find-termijnrijen', text: FIND_HISTORY, values: [zaak.id] })
  const row = { op: '', aangevuldOp: null, ...zaak, ...corrected }
  const { zienswijzen: _, ...termijn } = replayTermijn(startdatum, [...rows, row], zaaktype)
  return termijn
}

/**
 * Corrects what an act changes by which the term ran again by today: later moves count after that, whichever was recorded first. An
 * extension of a term that turns out to have been over has no effect.
 */
export async function inOrderOfDays<T extends Partial<ZaakState>>(
  ctx: Parameters<typeof correctedTermijn>[0],
  standing: Parameters<typeof correctedTermijn>[1] & { today: string },
  { soort, next }: { soort: StatusSoort; next: T },
): Promise<T> {
  const { zaak, today } = standing
  const isMoved = zaak.verlengd || zaak.zienswijzen === false || zaak.einddatumGepland > zaak.uiterlijkeEinddatum
  if (!isMoved || zaak.opschorting === null || !next.hervatOp || next.hervatOp > today) return next
  return { ...next, ...(await correctedTermijn(ctx, standing, { soort, ...next })) }
}

/** Sorts moves by the day from which they count: a term that runs again on a day does so before anything else of that day. */
function inOrder(one: Zet, other: Zet): number {
  return daysBetween(other.op, one.op) || Number(one.soort !== 'stilstand') - Number(other.soort !== 'stilstand')
}

/** Returns the moves of the term up to each row of a history. */
function zettenOf(history: readonly Termijnrij[], zaaktype: Zaaktype): Zet[][] {
  const all: Zet[][] = []
  for (const [index, row] of history.entries()) {
    const before = history[index - 1]
    const was = all[index - 1] ?? []
    if (TAKE_BACK.includes(row.soort)) all.push(all[index - 2] ?? [])
    else if (row.soort === 'heropening') all.push(all[lastOpenBefore(history, index)] ?? [])
    else all.push(before ? withRow(was, { before, row, zaaktype }) : [])
  }
  return all
}

function lastOpenBefore(history: readonly Termijnrij[], index: number): number {
  return history.findLastIndex(({ einddatum }, at) => at < index && einddatum === null)
}

type Step = { before: Termijnrij; row: Termijnrij; zaaktype: Zaaktype }

function withRow(was: Zet[], { before, row, zaaktype }: Step): Zet[] {
  const { soort, op, hervatOp, aangevuldOp } = row
  if (soort === 'zienswijzen_vastgelegd') {
    const rest = was.filter((zet) => zet.soort !== 'geenZienswijzen')
    const einde = row.zienswijzen === false && ontwerpOf({ zaak: row, zaaktype })?.zienswijzenUiterlijk
    return einde ? [...rest, { soort: 'geenZienswijzen', op: einde }] : rest
  }
  if (soort === 'vertraging_gemeld') return [...was, { soort: 'aankondiging', op, verwacht: row.einddatumGepland }]
  if (soort === 'verlenging' && zaaktype.doorlooptijd.regeling === 'redelijk') {
    return [...was, { soort: 'aankondiging', op, verwacht: row.uiterlijkeEinddatum }]
  }
  if (soort === 'verlenging') {
    return [...was, { soort, op, dagen: daysBetween(countedEnd(before), countedEnd(row)) }]
  }
  // it may stand still again at once
  if (before.opschorting && soort !== 'opschorting' && row.opgeschortOp !== before.opgeschortOp && hervatOp) {
    const stilstand = { opgeschortOp: before.opgeschortOp as string, hervatOp, op: hervatOp }
    return [...was, { soort: 'stilstand', ...stilstand, isGevraagd: before.opschorting === 'aanvulling' }]
  }
  // that it ran again on an earlier day than was known
  const asked = was.findLastIndex((zet) => zet.soort === 'stilstand' && zet.isGevraagd)
  const zet = was[asked]
  if (soort !== 'aanvulling_ontvangen' || !aangevuldOp || zet?.soort !== 'stilstand') return was
  return zet.hervatOp <= aangevuldOp ? was : was.with(asked, { ...zet, hervatOp: aangevuldOp, op: aangevuldOp })
}

/** Returns since when the term stands still, and the day on which that ends by itself. */
function stilstandNow({ opschorting, opgeschortOp, opgeschortTot }: Termijnrij): Stilstand<string | null> {
  const last = opschorting === 'opschorting' ? null : opgeschortTot
  return { opgeschortOp: opgeschortOp as string, hervatOp: last && hervatNaVerlopen(last) }
}

/** `ahead`: when the term stands still, as far as that does not count yet. */
type Course = { ahead: readonly Stilstand<string | null>[]; zaaktype: Zaaktype }

/** Returns what a move changes of a term. */
function after(was: Termijn, zet: Zet, { ahead, zaaktype }: Course): Partial<Termijn> {
  if (zet.soort === 'stilstand') return afterStilstand(was, zet, zaaktype)
  const still = ahead.find(({ opgeschortOp }) => opgeschortOp < zet.op)
  const hervatOp = [still?.hervatOp ?? NEVER, addToDate(zet.op, 'P1D')].toSorted()[0] as string
  const then = { ...was, ...(still && afterStilstand(was, { ...still, hervatOp }, zaaktype)) }
  if (zet.soort === 'geenZienswijzen') {
    const stil = daysBetween(countedEnd(was), countedEnd(then))
    return { ...zonderZienswijzen(was, { einde: zet.op, stil }, zaaktype), zienswijzen: false }
  }
  const isOver = zet.op > then.uiterlijkeEinddatum
  if (zet.soort === 'aankondiging') {
    const isExtended = zaaktype.doorlooptijd.regeling === 'redelijk' && !was.verlengd && !isOver
    return isExtended ? announcedUntil(zet.verwacht) : { einddatumGepland: zet.verwacht }
  }
  return isOver || was.verlengd ? {} : { ...laterBy(zet.dagen, { ...was, verlengd: true }, zaaktype), verlengd: true }
}
