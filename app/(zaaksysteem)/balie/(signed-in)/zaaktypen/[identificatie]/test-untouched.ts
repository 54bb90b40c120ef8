import type { Option, Veld } from '#lib/ui/form/labels.ts'
import type { ZaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { zaaktypeVelden } from './zaaktype-form.ts'

/** The values that a browser submits for an unchanged form of a zaaktype. */
export function untouched(zaaktype: ZaaktypeGegevens, teams: readonly Option[]): Record<string, string> {
  return Object.fromEntries(zaaktypeVelden(zaaktype, teams).flatMap(entriesOf))
}

function entriesOf(veld: Veld): [string, string][] {
  if (veld.soort === 'groep' || veld.soort === 'bij') return veld.velden.flatMap(entriesOf)
  if (veld.soort === 'vinkjes' || veld.soort === 'kaarten') return []
  if (veld.soort === 'vinkje') return veld.value ? [[veld.name, 'on']] : []
  return [[veld.name, String(veld.value ?? '')]]
}
