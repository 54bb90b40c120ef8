import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { behandelaars } from '#lib/ui/texts/behandelaars.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findBehandelaar } from '#lib/zaaksysteem/rechten/find-behandelaars.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { BEHANDELAARS } from '../../../paths.ts'
import { verrichtingPagina } from '../../../verrichtingen/verrichting-pagina.tsx'
import { sessiesBeeindigen } from '../../sessie-verrichting.ts'

const { beeindigen: texts } = behandelaars

const { generateMetadata, Page } = verrichtingPagina(async ({ id }: { id: string }) => {
  const { id: ownId } = await requireBeheerder()
  const behandelaar = z.uuid().safeParse(id).success && (await findBehandelaar(zaaksysteem(), id))
  if (!behandelaar) notFound()
  return {
    breadcrumb: <Breadcrumb items={[{ href: BEHANDELAARS, text: behandelaars.titel }]} current={texts.kort} />,
    title: texts.titel(behandelaar.naam),
    explanation: texts.uitleg,
    consequences: [
      texts.sessies(behandelaar.sessies),
      texts.nietOpgeslagen,
      id === ownId ? texts.uzelf : texts.opnieuw,
    ],
    form: {
      verrichting: sessiesBeeindigen,
      fields: { behandelaarId: id },
      label: texts.knop,
      backHref: BEHANDELAARS,
    },
  }
})

export { generateMetadata, Page as default }
