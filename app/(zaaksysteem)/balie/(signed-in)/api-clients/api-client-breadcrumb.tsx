import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { API_CLIENTS, apiClientPath } from '../paths.ts'

/** @param client parent of the page, absent on the page of the client itself */
export function ApiClientBreadcrumb({ client, current }: { client?: { id: string; naam: string }; current: string }) {
  const items = [{ href: API_CLIENTS, text: apiClients.titel }]
  if (client) items.push({ href: apiClientPath(client.id), text: client.naam })
  return <Breadcrumb items={items} current={current} />
}
