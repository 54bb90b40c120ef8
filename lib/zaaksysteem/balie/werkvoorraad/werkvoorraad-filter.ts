export type WerkvoorraadFilter = {
  /** part of a zaaknummer, aanvrager or omschrijving; case-insensitive */
  zoek?: string | undefined
  zaaktype?: string | undefined
  statustype?: string | undefined
  /** null: of nobody */
  behandelaarId?: string | null | undefined
  afgehandeld: boolean
}

/** Collects the parameters of a statement; `add` returns the placeholder. */
export function sqlParameters() {
  const values: unknown[] = []
  return { values, add: (value: unknown) => `$${values.push(value)}` }
}

/** PostgreSQL refuses NUL in text, and `\`, `%` and `_` have a meaning in LIKE. */
function containsPattern(text: string): string {
  return `%${text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`
}

/** The conditions on `zaak` for a filter. */
export function filterConditions(filter: WerkvoorraadFilter, add: (value: unknown) => string): string[] {
  const conditions = [filter.afgehandeld ? 'zaak.einddatum is not null' : 'zaak.einddatum is null']
  const zoek = filter.zoek?.trim()
  if (zoek) {
    const pattern = add(containsPattern(zoek))
    conditions.push(
      `(zaak.identificatie ilike ${pattern} or zaak.aanvrager_naam ilike ${pattern} or zaak.omschrijving ilike ${pattern})`,
    )
  }
  if (filter.zaaktype) conditions.push(`zaak.zaaktype = ${add(filter.zaaktype)}`)
  if (filter.statustype) conditions.push(`zaak.statustype = ${add(filter.statustype)}`)
  if (filter.behandelaarId) conditions.push(`zaak.behandelaar_id = ${add(filter.behandelaarId)}::uuid`)
  if (filter.behandelaarId === null) conditions.push('zaak.behandelaar_id is null')
  return conditions
}
