import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import type { ApiClientStand } from '#lib/zaaksysteem/api-client/find-api-clients.ts'
import { API_CLIENTS, apiClientPath } from '../paths.ts'

/** @param client parent of the page, absent on the page of the client itself */
export function ApiClientBreadcrumb({ client, current }: { client?: { id: string; naam: string }; current: string }) {
  const items = [{ href: API_CLIENTS, text: apiClients.titel }]
  if (client) items.push({ href: apiClientPath(client.id), text: client.naam })
  return <Breadcrumb items={items} current={current} />
}

const TEXTS: Record<string, string> = apiClients.gedaan

/**
 * Announces the result of the action that redirected here.
 *
 * @param code `gedaan` in the URL
 */
export function DoneMessage({ code }: { code: string | string[] | undefined }) {
  return <StatusMessage text={typeof code === 'string' && Object.hasOwn(TEXTS, code) && TEXTS[code]} />
}

const TONES = {
  geldig: 'success',
  verloopt_binnenkort: 'warning',
  verlopen: 'error',
  ingetrokken: 'neutral',
} as const

export function StandBadge({ stand }: { stand: ApiClientStand }) {
  return <Badge tone={TONES[stand]}>{apiClients.stand[stand]}</Badge>
}
