import { MINUTE_MS } from '#lib/platform/durations.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { sleutels } from '#lib/ui/texts/sleutels.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { PUBLICATION_LEAD_MS } from '#lib/zaaksysteem/signing/rotate-sleutels.ts'
import { SLEUTELS } from '../../paths.ts'
import { verrichtingPagina } from '../../verrichtingen/verrichting-pagina.tsx'
import { sleutelsDirectWisselen } from '../sleutel-verrichtingen.ts'

const { direct: texts } = sleutels

const { generateMetadata, Page } = verrichtingPagina(async () => {
  await requireBeheerder()
  return {
    breadcrumb: <Breadcrumb items={[{ href: SLEUTELS, text: sleutels.titel }]} current={texts.kort} />,
    title: texts.titel,
    explanation: texts.uitleg,
    consequences: texts.gevolgen(PUBLICATION_LEAD_MS / MINUTE_MS),
    remark: texts.geenLek,
    form: { verrichting: sleutelsDirectWisselen, label: texts.knop, backHref: SLEUTELS },
  }
})

export { generateMetadata, Page as default }
