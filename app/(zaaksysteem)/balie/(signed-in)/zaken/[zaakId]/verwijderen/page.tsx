import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { verwijderen as texts } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { zaakPath } from '../../../paths.ts'
import { verrichtingPagina } from '../../../verrichtingen/verrichting-pagina.tsx'
import { verwijderenVoorstellen, zaakVerwijderen } from '../bewaar-verrichtingen.ts'
import { loadZaak } from '../load-zaak.ts'
import { ZaakBreadcrumb } from '../zaak-breadcrumb.tsx'

/**
 * One person may remove a zaak registered by mistake today; any other removal is proposed to a second person.
 */
const { generateMetadata, Page } = verrichtingPagina(async ({ zaakId }: { zaakId: string }) => {
  const zaak = await loadZaak(zaakId, 'vernietigen')
  const { id, versie, omschrijving, identificatie } = zaak
  const title = texts.titel(omschrijving)
  const page = {
    breadcrumb: <ZaakBreadcrumb zaak={zaak} current={texts.kort} />,
    title,
    tab: `${title} ${identificatie}`,
    consequences: texts.weg,
    remark: texts.blijft,
  }
  const form = { fields: { zaakId: id, versie }, errorTitle: texts.fout.titel, backHref: zaakPath(id) }
  if (isOfToday(zaak)) {
    return {
      ...page,
      explanation: texts.uitleg,
      children: <Paragraph>{texts.vandaag}</Paragraph>,
      form: { ...form, verrichting: zaakVerwijderen, label: texts.knop, busy: texts.bezig, id: 'knop' },
    }
  }
  return {
    ...page,
    explanation: texts.voorstel,
    form: {
      ...form,
      verrichting: verwijderenVoorstellen,
      velden: [
        { soort: 'kaarten', name: 'grond', legend: texts.grond, cards: texts.gronden },
        { soort: 'lang', ...labelled(texts, 'toelichting'), rows: 3 },
      ],
      label: texts.knopVoorstel,
    },
  }
})

export { generateMetadata, Page as default }

function isOfToday({ history }: ZaakDetail): boolean {
  const registratie = history.at(-1)
  return registratie !== undefined && dateInAmsterdam(registratie.op) === dateInAmsterdam(zaaksysteem().clock())
}
