import { notFound } from 'next/navigation'
import { validate } from 'uuid'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findOpenRegel } from '#lib/zaaksysteem/zaak/bewaren/find-lijsten.ts'
import { lijstPath } from '../../../../paths.ts'
import { verrichtingPagina } from '../../../../verrichtingen/verrichting-pagina.tsx'
import { zaakAfhalen } from '../../../lijst-verrichtingen.ts'
import { standOf } from '../../../stand.tsx'
import { LijstBreadcrumb } from '../../lijst-breadcrumb.tsx'
import { loadLijst } from '../../load-lijst.ts'

const { afhalen: texts, lijst: lijstTexts, redenHint } = vernietiging

type Params = { lijstId: string; zaakId: string }

const { generateMetadata, Page } = verrichtingPagina(async ({ lijstId, zaakId }: Params) => {
  const lijst = await loadLijst(lijstId)
  if (standOf(lijst) !== 'voorgesteld' || !validate(zaakId)) notFound()
  const regel = (await findOpenRegel(zaaksysteem(), { lijstId, zaakId })) ?? notFound()
  return {
    breadcrumb: <LijstBreadcrumb lijst={lijst} current={lijstTexts.haalAf} />,
    title: texts.titel,
    subtitle: (
      <>
        {regel.zaaktypenaam} · <span className="zb-number">{regel.identificatie}</span>
      </>
    ),
    explanation: texts.uitleg,
    form: {
      verrichting: zaakAfhalen,
      fields: { lijstId, zaakId },
      velden: [{ soort: 'lang', name: 'reden', label: texts.reden, hint: redenHint, rows: 3 }],
      label: texts.knop,
      backHref: lijstPath(lijstId),
    },
  }
})

export { generateMetadata, Page as default }
