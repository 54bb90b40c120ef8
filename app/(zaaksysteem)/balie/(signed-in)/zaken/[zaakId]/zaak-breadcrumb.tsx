import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { zaakPath } from '../../paths.ts'
import { readTerug } from '../../werkvoorraad-filter.ts'

/** The breadcrumb of a page below a zaak, starting at the list that the zaak was opened from (`terug`). */
export function ZaakBreadcrumb({
  zaak: { id, identificatie },
  terug,
  current,
}: {
  zaak: { id: string; identificatie: string }
  terug?: string | undefined
  current: string
}) {
  const { list, href } = readTerug(terug)
  return (
    <Breadcrumb
      items={[
        { href, text: balie.lijst[list].titel },
        { href: zaakPath(id, { terug }), text: identificatie },
      ]}
      current={current}
    />
  )
}
