import type { Veld } from '#lib/ui/form/labels.ts'
import type { ZaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { zaaktypeVelden } from './zaaktype-velden.ts'

/** The values that a browser submits for an unchanged form of a zaaktype. */
export function untouched(zaaktype: ZaaktypeGegevens, teams: readonly string[]): Record<string, string> {
  const options = teams.map((value) => ({ value, label: value }))
  return Object.fromEntries(zaaktypeVelden(zaaktype, options).flatMap(entriesOf))
}

function entriesOf(veld: Veld): [string, string][] {
  if (veld.soort === 'groep') return veld.velden.flatMap(entriesOf)
  if (veld.soort === 'vinkjes' || veld.soort === 'kaarten') return []
  if (veld.soort === 'vinkje') return veld.value ? [[veld.name, 'on']] : []
  return [[veld.name, String(veld.value ?? '')]]
}
