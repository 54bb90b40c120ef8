export type WerkvoorraadList = 'open' | 'mijn' | 'afgehandeld'

/** The optional columns, in the order of the table. */
const KEUZES = {
  open: ['zaaktype', 'status', 'streefdatum', 'fataledatum', 'ingediend', 'team', 'behandelaar', 'bezorging'],
  mijn: ['zaaktype', 'status', 'streefdatum', 'fataledatum', 'ingediend', 'team', 'bezorging'],
  afgehandeld: ['zaaktype', 'status', 'afgehandeldOp', 'ingediend', 'team', 'behandelaar', 'bezorging'],
} as const satisfies Record<WerkvoorraadList, readonly string[]>

export type Kolom = (typeof KEUZES)[WerkvoorraadList][number]

/** Hidden by default, because the table is full. */
const ONLY_CHOSEN: readonly Kolom[] = ['ingediend', 'team']

export const kolomkeuzes = (list: WerkvoorraadList): readonly Kolom[] => KEUZES[list]

const ownKolommen = (list: WerkvoorraadList) => kolomkeuzes(list).filter((kolom) => !ONLY_CHOSEN.includes(kolom))

/**
 * The visible columns.
 *
 * @param kolom as `readKolom` gives it
 */
export function kolommenOf(list: WerkvoorraadList, kolom: string | undefined): readonly Kolom[] {
  return kolom ? (kolom.split('.') as Kolom[]) : ownKolommen(list)
}

/**
 * Reads the columns from the URL as one value; `undefined` for the default ones. A form sends each column
 * apart, a link sends them joined.
 */
export function readKolom(list: WerkvoorraadList, asked: string | string[] | undefined): string | undefined {
  const names = [asked ?? []].flat().flatMap((value) => value.split('.'))
  const known = kolomkeuzes(list).filter((kolom) => names.includes(kolom))
  const isOwn = known.join() === ownKolommen(list).join()
  return known.length === 0 || isOwn ? undefined : known.join('.')
}
