import { notFound } from 'next/navigation'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { datalekken as texts } from '#lib/ui/texts/balie/beheer/datalekken.ts'
import { findDatalekken } from '#lib/zaaksysteem/audit/datalek/find-datalekken.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { DATALEKKEN } from '../../../paths.ts'
import { verrichtingPagina } from '../../../verrichtingen/verrichting-pagina.tsx'
import { datalekBeoordelen } from '../../datalek-verrichting.ts'

const { titel, uitleg, oordeel, hint, knop } = texts.formulier

type Params = { zaakId: string; versie: string }

const { generateMetadata, Page } = verrichtingPagina(async ({ zaakId, versie }: Params) => {
  await requireBeheerder()
  const datalekken = await findDatalekken(zaaksysteem())
  const datalek =
    datalekken.find((one) => one.zaakId === zaakId && String(one.versie) === versie && !one.beoordeeldOp) ?? notFound()
  return {
    breadcrumb: <Breadcrumb items={[{ href: DATALEKKEN, text: texts.titel }]} current={titel} />,
    title: titel,
    subtitle: <span className="zb-number">{datalek.identificatie}</span>,
    explanation: uitleg,
    form: {
      verrichting: datalekBeoordelen,
      fields: { zaakId, versie: datalek.versie },
      velden: [{ soort: 'lang', name: 'oordeel', label: oordeel, hint }],
      label: knop,
      backHref: DATALEKKEN,
    },
  }
})

export { generateMetadata, Page as default }
