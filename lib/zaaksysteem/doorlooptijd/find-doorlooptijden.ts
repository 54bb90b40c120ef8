import type { DoorlooptijdResource } from '#lib/contract/doorlooptijden.ts'
import { findZaaktypen } from '../catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** The last measured doorlooptijd; without weeks when there are too few zaken. Dates are `yyyy-mm-dd`. */
export type Doorlooptijd = {
  zaaktype: string
  peildatum: string
  aantal: number
  helftBinnenWeken: number | null
  negenVanTienBinnenWeken: number | null
}

const FIND = `
  select zaaktype, peildatum::text as peildatum, aantal, helft_binnen_weken as "helftBinnenWeken",
    negen_van_tien_binnen_weken as "negenVanTienBinnenWeken"
  from doorlooptijd where $1::text is null or zaaktype = $1 order by zaaktype`

type Ctx = Pick<ZaaksysteemContext, 'pool' | 'once' | 'clock'>

/** Returns the doorlooptijd of one zaaktype, for the desk; `undefined` when it was never measured. */
export async function findDoorlooptijd({ pool }: Ctx, zaaktype: string): Promise<Doorlooptijd | undefined> {
  return (await pool.query<Doorlooptijd>(FIND, [zaaktype])).rows[0]
}

/**
 * Returns the doorlooptijden for citizens: those of zaaktypen that have enough zaken and publish them now.
 *
 * @param zaaktypen the only ones that the caller may see; absent: all
 */
export async function findPublicDoorlooptijden(
  ctx: Ctx,
  { zaaktypen }: { zaaktypen?: readonly string[] | undefined },
): Promise<DoorlooptijdResource[]> {
  const shown = (await findZaaktypen(ctx)).flatMap(({ identificatie, toontDoorlooptijd }) =>
    toontDoorlooptijd && (!zaaktypen || zaaktypen.includes(identificatie)) ? identificatie : [],
  )
  const { rows } = await ctx.pool.query<Doorlooptijd>(FIND, [null])
  return rows.flatMap(({ helftBinnenWeken, negenVanTienBinnenWeken, ...rest }) =>
    shown.includes(rest.zaaktype) && helftBinnenWeken && negenVanTienBinnenWeken
      ? { ...rest, helftBinnenWeken, negenVanTienBinnenWeken }
      : [],
  )
}
