import { GESLOTEN_VERTROUWELIJKHEDEN } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { Veld } from '#lib/ui/form/labels.ts'
import { codeOptions, labelled, namedOptions } from '#lib/ui/form/labels.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { intern } from '#lib/ui/texts/balie/documenten.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { currentInformatieobjecttypen } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { zaakPath } from '../../../paths.ts'
import { verrichtingPagina } from '../../../verrichtingen/verrichting-pagina.tsx'
import { loadZaak } from '../load-zaak.ts'
import { opZaak } from '../op-zaak.tsx'
import { internDocumentToevoegen } from '../zaak-verrichtingen.ts'

const texts = intern.toevoegen

/** Makes an internal document, which the aanvrager cannot read, of an uploaded file. */
const { generateMetadata, Page } = verrichtingPagina(async ({ zaakId }: { zaakId: string }) => {
  const zaak = await loadZaak(zaakId, 'behandelen')
  const soorten = currentInformatieobjecttypen(zaak.zaaktype).filter(({ richting }) => richting !== 'uitgaand')
  const missing = (zaak.losseBestanden.length === 0 && texts.geenBestand) || (soorten.length === 0 && texts.geenSoort)
  const backHref = zaakPath(zaak.id)
  return {
    ...opZaak(zaak, texts.titel),
    explanation: missing || texts.uitleg,
    children: missing && (
      <Paragraph>
        <Link href={backHref}>{handelingen.terug}</Link>
      </Paragraph>
    ),
    form: !missing && {
      verrichting: internDocumentToevoegen,
      fields: { zaakId: zaak.id },
      velden: veldenOf(zaak, soorten),
      label: texts.knop,
      busy: intern.bezig,
      backHref,
    },
  }
})

export { generateMetadata, Page as default }

function veldenOf({ losseBestanden }: ZaakDetail, soorten: ZaakDetail['zaaktype']['informatieobjecttypen']): Veld[] {
  const [newest] = losseBestanden
  const intern = soorten.find(({ richting }) => richting === 'intern')
  return [
    {
      soort: 'keuze',
      name: 'bestand',
      label: texts.bestand,
      options: namedOptions(losseBestanden),
    },
    { soort: 'regel', name: 'titel', label: texts.titelVeld, value: newest?.naam.replace(/\.\w{1,8}$/, '') ?? '' },
    {
      soort: 'keuze',
      name: 'informatieobjecttype',
      label: texts.soort,
      options: codeOptions(soorten),
      ...(intern && { value: intern.code }),
    },
    { soort: 'datum', ...labelled(texts, 'datum'), value: dateInAmsterdam(zaaksysteem().clock()) },
    {
      soort: 'keuze',
      name: 'vertrouwelijkheidaanduiding',
      label: texts.vertrouwelijkheid,
      options: GESLOTEN_VERTROUWELIJKHEDEN.map((value) => ({ value, label: texts.niveau[value] })),
    },
  ]
}
