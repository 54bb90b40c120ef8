import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'

/** An option beside the status codes: the end of a zaak, with any status. It is not a valid status code. */
export const EINDE = '*'

/** The ticked options that make filters. */
type Ticked = { zaaktypen: string[]; statussen: string[] }

const ofZaaktype = (zaaktype: string): AbonnementFilter => ({ exact: { zaaktype } })
const ofStatus = (status: string): AbonnementFilter => ({
  exact: status === EINDE ? { eindstatus: 'true' } : { nieuweStatus: status },
})

/** Makes filters of the ticked options; no ticks of a kind means no filter on it. */
export function tickedFilters({ zaaktypen, statussen }: Ticked): AbonnementFilter[] {
  return [...anyOf(zaaktypen.map(ofZaaktype)), ...anyOf(statussen.map(ofStatus))]
}

function anyOf([first, ...more]: AbonnementFilter[]): AbonnementFilter[] {
  if (first === undefined) return []
  return [more.length === 0 ? first : { any: [first, ...more] }]
}

/** Splits filters into ticked options and the rest, which the form shows as JSON. */
export function splitFilters(filters: readonly AbonnementFilter[]): Ticked & { others: AbonnementFilter[] } {
  const ofZaaktypen = filters.find((filter) => tickedIn(filter, zaaktypeOf))
  const ofStatussen = filters.find((filter) => tickedIn(filter, statusOf))
  return {
    zaaktypen: (ofZaaktypen && tickedIn(ofZaaktypen, zaaktypeOf)) ?? [],
    statussen: (ofStatussen && tickedIn(ofStatussen, statusOf)) ?? [],
    others: filters.filter((filter) => filter !== ofZaaktypen && filter !== ofStatussen),
  }
}

type Exact = Extract<AbonnementFilter, { exact: unknown }>['exact']

const zaaktypeOf = ({ zaaktype }: Exact) => zaaktype
const statusOf = ({ nieuweStatus, eindstatus }: Exact) => nieuweStatus ?? (eindstatus && EINDE)

/** Returns the options that a filter consists of; `undefined` when it says more than ticks can. */
function tickedIn(filter: AbonnementFilter, of: (exact: Exact) => string | undefined): string[] | undefined {
  const options = 'any' in filter ? filter.any : [filter]
  const ticked = options.flatMap((option) => {
    const value = 'exact' in option && Object.keys(option.exact).length === 1 && of(option.exact)
    return value ? [value] : []
  })
  return ticked.length === options.length ? ticked : undefined
}
