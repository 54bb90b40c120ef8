export type WerkvoorraadList = 'open' | 'mijn' | 'afgehandeld'

/** The columns beside the zaak itself, in the order of the table. */
export const KOLOMMEN = {
  open: ['zaaktype', 'status', 'streefdatum', 'fataledatum', 'behandelaar', 'bezorging'],
  mijn: ['zaaktype', 'status', 'streefdatum', 'fataledatum', 'bezorging'],
  afgehandeld: ['zaaktype', 'status', 'afgehandeldOp', 'behandelaar', 'bezorging'],
} as const satisfies Record<WerkvoorraadList, readonly string[]>

export type Kolom = (typeof KOLOMMEN)[WerkvoorraadList][number]
