import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'

const exact = (zaaktype: string): AbonnementFilter => ({ exact: { zaaktype } })

/** The filter that the ticked zaaktypen make; none lets every zaaktype through. */
export function zaaktypeFilters(zaaktypen: readonly string[]): AbonnementFilter[] {
  const [first, ...more] = zaaktypen
  if (first === undefined) return []
  return [more.length === 0 ? exact(first) : { any: zaaktypen.map(exact) }]
}

/** The reverse: the zaaktypen to tick, and the other filters, which the form can show only as JSON. */
export function splitFilters(filters: readonly AbonnementFilter[]): {
  zaaktypen: string[]
  others: AbonnementFilter[]
} {
  const index = filters.findIndex((filter) => zaaktypenOf(filter) !== undefined)
  const found = filters[index]
  return { zaaktypen: (found && zaaktypenOf(found)) ?? [], others: filters.filter((_, i) => i !== index) }
}

function zaaktypenOf(filter: AbonnementFilter): string[] | undefined {
  const options = 'any' in filter ? filter.any : [filter]
  const zaaktypen = options.flatMap((option) => {
    const names = 'exact' in option ? Object.keys(option.exact) : []
    return 'exact' in option && names.length === 1 && option.exact.zaaktype ? [option.exact.zaaktype] : []
  })
  return zaaktypen.length === options.length ? zaaktypen : undefined
}
