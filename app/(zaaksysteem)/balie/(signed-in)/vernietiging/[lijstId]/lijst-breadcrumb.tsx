import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import type { Lijst } from '#lib/zaaksysteem/zaak/bewaren/find-lijsten.ts'
import { lijstPath, VERNIETIGING } from '../../paths.ts'

/** The breadcrumb of a page below a lijst. */
export function LijstBreadcrumb({ lijst, current }: { lijst: Pick<Lijst, 'id' | 'nummer'>; current: string }) {
  return (
    <Breadcrumb
      items={[
        { href: VERNIETIGING, text: vernietiging.titel },
        { href: lijstPath(lijst.id), text: vernietiging.lijsten.naam(lijst.nummer) },
      ]}
      current={current}
    />
  )
}
