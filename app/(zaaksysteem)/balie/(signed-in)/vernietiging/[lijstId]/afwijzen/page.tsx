import { notFound } from 'next/navigation'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { lijstPath } from '../../../paths.ts'
import { verrichtingPagina } from '../../../verrichtingen/verrichting-pagina.tsx'
import { lijstAfwijzen } from '../../lijst-verrichtingen.ts'
import { standOf } from '../../stand.tsx'
import { LijstBreadcrumb } from '../lijst-breadcrumb.tsx'
import { loadLijst } from '../load-lijst.ts'

const { afwijzen: texts, lijst: lijstTexts, redenHint } = vernietiging

const { generateMetadata, Page } = verrichtingPagina(async ({ lijstId }: { lijstId: string }) => {
  const lijst = await loadLijst(lijstId)
  if (standOf(lijst) !== 'voorgesteld') notFound()
  return {
    breadcrumb: <LijstBreadcrumb lijst={lijst} current={lijstTexts.afwijzen} />,
    title: texts.titel,
    subtitle: lijstTexts.titel(lijst.nummer),
    explanation: texts.uitleg,
    form: {
      verrichting: lijstAfwijzen,
      fields: { lijstId: lijst.id },
      velden: [{ soort: 'lang', name: 'reden', label: texts.reden, hint: redenHint, rows: 3 }],
      label: texts.knop,
      backHref: lijstPath(lijst.id),
    },
  }
})

export { generateMetadata, Page as default }
