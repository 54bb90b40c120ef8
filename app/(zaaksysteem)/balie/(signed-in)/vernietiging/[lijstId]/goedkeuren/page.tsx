import { notFound } from 'next/navigation'
import { z } from 'zod'
import { optional, readSearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { lijstPath } from '../../../paths.ts'
import { verrichtingPagina } from '../../../verrichtingen/verrichting-pagina.tsx'
import { lijstGoedkeuren } from '../../lijst-verrichtingen.ts'
import { standOf } from '../../stand.tsx'
import { LijstBreadcrumb } from '../lijst-breadcrumb.tsx'
import { loadLijst } from '../load-lijst.ts'

const { goedkeuren: texts, lijst: lijstTexts } = vernietiging

const schema = z.object({ fout: optional(z.literal('intussen')) })

/** Requires another person than the proposer, and a lijst without a judgment. */
const { generateMetadata, Page } = verrichtingPagina(async ({ lijstId }: { lijstId: string }, search) => {
  const { id } = await requireRecht('vernietigen')
  const lijst = await loadLijst(lijstId)
  const { fout } = readSearchParams(schema, search)
  const mayApprove = standOf(lijst) === 'voorgesteld' && lijst.voorgesteldDoorId !== id && lijst.open > 0
  if (!mayApprove && !fout) notFound()
  return {
    breadcrumb: <LijstBreadcrumb lijst={lijst} current={lijstTexts.goedkeuren} />,
    title: texts.titel(lijst.open),
    tab: lijstTexts.goedkeuren,
    subtitle: lijstTexts.titel(lijst.nummer),
    explanation: texts.uitleg,
    consequences: texts.weg,
    remark: texts.blijft,
    children: fout && (
      <Alert type="error" role="alert">
        {texts.fout}
      </Alert>
    ),
    form: mayApprove && {
      verrichting: lijstGoedkeuren,
      fields: { lijstId: lijst.id },
      label: texts.knop,
      backHref: lijstPath(lijst.id),
    },
  }
})

export { generateMetadata, Page as default }
