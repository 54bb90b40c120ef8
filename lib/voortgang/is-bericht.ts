import type { ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import type { VoortgangStatus } from './past-stappen.ts'

/**
 * True when a row of the history becomes a bericht, and may be mailed or pushed as the citizen prefers. A
 * status that the zaaktype marks as quiet does not, unless it closes the zaak; an unknown statuscode does.
 * The portal has the same rule in SQL, and a test compares the two.
 */
export function isBericht(
  { statustypen, resultaattypen }: ZaaktypeResource,
  { soort, statuscode }: Pick<VoortgangStatus, 'soort' | 'statuscode'>,
): boolean {
  const isQuiet = statustypen.some(
    ({ code, informeren, isEindstatus }) => code === statuscode && informeren === false && isEindstatus === false,
  )
  return soort !== 'statuswijziging' || !isQuiet || resultaattypen.some((type) => type.statuscode === statuscode)
}
