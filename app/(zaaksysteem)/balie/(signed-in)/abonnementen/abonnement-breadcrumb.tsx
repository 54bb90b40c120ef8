import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { abonnementName } from '../../../abonnementen/abonnement-columns.tsx'
import { ABONNEMENTEN, abonnementPath } from '../paths.ts'

/** @param abonnement parent of the page, absent on the page of the abonnement itself */
export function AbonnementBreadcrumb({
  abonnement,
  current,
}: {
  abonnement?: { id: string; naam: string; sink: string }
  current: string
}) {
  const items = [{ href: ABONNEMENTEN, text: abonnementen.titel }]
  if (abonnement) items.push({ href: abonnementPath(abonnement.id), text: abonnementName(abonnement) })
  return <Breadcrumb items={items} current={current} />
}
