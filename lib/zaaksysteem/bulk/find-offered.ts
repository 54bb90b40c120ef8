import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { chosenResultaattypen, type Statustype, type Zaaktype } from '../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { maxVerlenging } from '../termijn/beslistermijn.ts'
import { HANDELINGEN } from '../zaak/handelingen/handelingen.ts'
import { isPossible } from '../zaak/handelingen/perform-handeling.ts'
import { offeredStatustypen } from '../zaak/handelingen/rules.ts'
import { findZakenNow, type ZaakAtVersie } from '../zaak/wijziging/find-zaak-at-versie.ts'
import { BULKHANDELINGEN } from './bulkhandelingen.ts'

type Each = { zaak: ZaakAtVersie; zaaktype: Zaaktype }

/**
 * Returns the acts that all zaaktypen of these zaken have and at least one zaak allows now; the other zaken
 * will be refused. Includes the choices that one input can make for all zaken.
 */
export async function findOffered(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'once'>,
  { behandelaarId, regels }: { behandelaarId: string; regels: readonly { zaakId: string }[] },
) {
  const zaken = await findZakenNow(ctx, { zaakIds: regels.map(({ zaakId }) => zaakId), behandelaarId })
  const open = zaken.filter(({ zaak }) => zaak.einddatum === null)
  const resultaattypen = inAll(zaken, ({ zaaktype }) => chosenResultaattypen(zaaktype))
  const reachable = new Set(
    open.flatMap(({ zaak, zaaktype }) => offeredStatustypen(zaaktype, zaak).map(({ code }) => code)),
  )
  const statustypen = inAll(zaken, ({ zaaktype }) => zaaktype.statustypen).filter(
    (type) => reachable.has(type.code) && !closesAny(zaken, type),
  )
  const redenen = inAll(zaken, ({ zaaktype }) => zaaktype.opschortingsredenen)
  const most = zaken.map(({ zaak, zaaktype }) => maxVerlenging(zaak, zaaktype))
  const maxDagen = zaken.length > 0 ? Math.min(...most) : 0
  const hasInput = {
    status: statustypen.length > 0,
    beslissen: resultaattypen.length > 0,
    opschorten: redenen.length > 0,
    hervatten: true,
    verlengen: maxDagen > 0,
  }
  const today = dateInAmsterdam(ctx.clock())
  const [uiterlijkeEinddatum = today] = zaken.map(({ zaak }) => zaak.uiterlijkeEinddatum).sort()
  const handelingen = BULKHANDELINGEN.filter(
    (handeling) => hasInput[handeling] && zaken.some((each) => isPossible(HANDELINGEN[handeling], { ...each, today })),
  )
  return {
    handelingen,
    statustypen,
    resultaattypen,
    redenen,
    /** the days by which every zaak can be extended; 0 when one cannot */
    maxVerlenging: maxDagen,
    /** the earliest end of a term among them, `yyyy-mm-dd` */
    uiterlijkeEinddatum,
  }
}

/** Returns the entries whose code occurs in all zaaktypen, in the wording of the first. */
function inAll<T extends { code: string }>(zaken: readonly Each[], listOf: (each: Each) => readonly T[]): T[] {
  const lists = zaken.map((each) => new Set(listOf(each).map(({ code }) => code)))
  return (zaken[0] ? listOf(zaken[0]) : []).filter(({ code }) => lists.every((codes) => codes.has(code)))
}

const closesAny = (zaken: readonly Each[], { code }: Statustype) =>
  zaken.some(({ zaaktype }) => zaaktype.statustypen.at(-1)?.code === code)
