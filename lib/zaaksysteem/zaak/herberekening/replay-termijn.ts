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
import { ontwerpOf } from '../handelingen/besluit/procedure.ts'
import { SELECT_STATE, type ZaakState } from '../wijziging/zaak-state.ts'

export type Termijnrij = ZaakState & {
  soort: StatusSoort
  /**
   * The day from which the act counts, such as that of its letter, which may be earlier than its recording.
   */
  op: string
  /** The day on which the last part of the aanvulling arrived; null unless this row records its arrival. */
  aangevuldOp: string | null
}

export const SELECT_TERMIJNRIJ = `
  soort, ${SELECT_STATE}, coalesce(gebeurd_op, (datum_status_gezet at time zone 'Europe/Amsterdam')::date)::text as op, (
    select max(came.ontvangen_op)::text
    from aanvulling said join aanvulling came on came.zaak_id = said.zaak_id and came.versie = said.versie
    where said.zaak_id = status.zaak_id and said.ontvangst_versie = status.versie and soort = 'aanvulling_ontvangen'
  ) as "aangevuldOp"`

const FIND_HISTORY = `select ${SELECT_TERMIJNRIJ} from status where zaak_id = $1 order by versie`

export type Datums = Pick<ZaakState, 'einddatumGepland' | 'uiterlijkeEinddatum' | 'doorgeschovenDagen'>
type Termijn = Datums & Pick<ZaakState, 'verlengd' | 'zienswijzen'>

/** Suspended days, as `afterStilstand` counts them; `hervatOp` is null while no end is known. */
type Stilstand<Einde = string> = { opgeschortOp: string; hervatOp: Einde }

/** A change of the term that counts from the day `op`. */
type Zet =
  | ({ soort: 'stilstand'; op: string; isGevraagd: boolean } & Stilstand)
  | { soort: 'verlenging'; op: string; dagen: number }
  | { soort: 'aankondiging'; op: string; verwacht: string }
  | { soort: 'geenZienswijzen'; op: string }

const NEVER = '9999-12-31'

/** Acts that restore the state before the previous act. */
const TAKE_BACK: readonly StatusSoort[] = ['correctie', 'herstel']

/**
 * Returns the term of a zaak, recomputed from its history by the terms of `zaaktype` and the holidays known
 * today. Acts count by their day, not in the order in which they were recorded. The facts of an act stay: the
 * days of an extension, the suspended days, the announced day. Their effect is recomputed: an act after the
 * end of the term has none.
 *
 * @param history oldest first, without gaps
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
 * Returns the term of a zaak after a correction of its startdatum, of its history by a new row, or of both.
 *
 * @param corrected the members of the zaak that the correction changes
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
 * Recomputes the term when an act resumes it on `today` or earlier. Changes count in the order of their
 * days, not of their recording. An extension has no effect when the term turns out to have ended before it.
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

/** Sorts changes by their day. A resumption comes before the other changes of its day. */
function inOrder(one: Zet, other: Zet): number {
  return daysBetween(other.op, one.op) || Number(one.soort !== 'stilstand') - Number(other.soort !== 'stilstand')
}

/** Returns, for each row of a history, the changes of the term up to that row. */
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
  // the row ends a suspension, and may begin another at once
  if (before.opschorting && soort !== 'opschorting' && row.opgeschortOp !== before.opgeschortOp && hervatOp) {
    const stilstand = { opgeschortOp: before.opgeschortOp as string, hervatOp, op: hervatOp }
    return [...was, { soort: 'stilstand', ...stilstand, isGevraagd: before.opschorting === 'aanvulling' }]
  }
  // the aanvulling came earlier than was recorded
  const asked = was.findLastIndex((zet) => zet.soort === 'stilstand' && zet.isGevraagd)
  const zet = was[asked]
  if (soort !== 'aanvulling_ontvangen' || !aangevuldOp || zet?.soort !== 'stilstand') return was
  return zet.hervatOp <= aangevuldOp ? was : was.with(asked, { ...zet, hervatOp: aangevuldOp, op: aangevuldOp })
}

/** Returns since when the term stands still, and the day on which it resumes by itself. */
function stilstandNow({ opschorting, opgeschortOp, opgeschortTot }: Termijnrij): Stilstand<string | null> {
  const last = opschorting === 'opschorting' ? null : opgeschortTot
  return { opgeschortOp: opgeschortOp as string, hervatOp: last && hervatNaVerlopen(last) }
}

/** `ahead`: suspensions that `was` does not count yet. */
type Course = { ahead: readonly Stilstand<string | null>[]; zaaktype: Zaaktype }

/** Returns the members of the term that a change sets. */
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
