import type { Option } from '#lib/ui/form/labels.ts'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { API_SCOPES, type ApiScope } from '#lib/zaaksysteem/env.ts'

export const SCOPE_OPTIONS: readonly Option[] = API_SCOPES.map((value) => ({ value, label: apiClients.scope[value] }))

/** Lists the scopes by their names at the desk. */
export function scopesInWords(scopes: readonly ApiScope[]): string {
  return scopes.map((scope) => apiClients.scope[scope]).join(', ')
}
