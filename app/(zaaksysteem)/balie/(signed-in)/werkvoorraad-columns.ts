export type WerkvoorraadList = 'open' | 'mijn' | 'afgehandeld'

/** The columns beside the zaak itself, in the order of the table. A behandelaar may leave out each. */
export const KOLOMMEN = {
  open: ['zaaknummer', 'zaaktype', 'status', 'streefdatum', 'fataledatum', 'behandelaar', 'bezorging'],
  mijn: ['zaaknummer', 'zaaktype', 'status', 'streefdatum', 'fataledatum', 'bezorging'],
  afgehandeld: ['zaaknummer', 'zaaktype', 'status', 'afgehandeldOp', 'behandelaar', 'bezorging'],
} as const satisfies Record<WerkvoorraadList, readonly string[]>

export type Kolom = (typeof KOLOMMEN)[WerkvoorraadList][number]
