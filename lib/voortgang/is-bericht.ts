import type { ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import type { VoortgangStatus } from './past-stappen.ts'

/**
 * Whether the citizen is told of a row of a zaak's history, besides on the page of the zaak: in Berichten always, by other
 * channels when the citizen wants that. Of all but the steps for which the zaaktype says that nobody need be informed, of which
 * the closing ones are told even then. So is a statuscode that our copy of the zaaktype lacks. The portal asks PostgreSQL the
 * same, and a test compares the two.
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
