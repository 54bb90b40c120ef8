import type { Metadata } from 'next'
import { GESLOTEN_VERTROUWELIJKHEDEN } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { Veld } from '#lib/ui/form/labels.ts'
import { codeOptions, labelled, namedOptions } from '#lib/ui/form/labels.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { intern } from '#lib/ui/texts/balie/documenten/intern.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { currentInformatieobjecttypen } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { zaakPath } from '../../../paths.ts'
import { VeldenForm } from '../../../velden-form.tsx'
import { loadZaak } from '../load-zaak.ts'
import { ZaakConfirmPage } from '../zaak-confirm-page.tsx'
import { addInternDocumentAction } from './add-intern-document-action.ts'

type Props = { params: Promise<{ zaakId: string }> }

const texts = intern.toevoegen

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { identificatie } = await loadZaak((await params).zaakId, 'behandelen')
  return { title: `${texts.titel} ${identificatie}` }
}

/** Makes an internal document, which the aanvrager cannot read, of an uploaded file. */
export default async function InternDocumentPage({ params }: Props) {
  const zaak = await loadZaak((await params).zaakId, 'behandelen')
  const soorten = currentInformatieobjecttypen(zaak.zaaktype).filter(({ richting }) => richting !== 'uitgaand')
  const missing = (zaak.losseBestanden.length === 0 && texts.geenBestand) || (soorten.length === 0 && texts.geenSoort)
  const backHref = zaakPath(zaak.id)
  return (
    <ZaakConfirmPage zaak={zaak} title={texts.titel} explanation={missing || texts.uitleg}>
      {missing ? (
        <Paragraph>
          <Link href={backHref}>{handelingen.terug}</Link>
        </Paragraph>
      ) : (
        <VeldenForm
          action={addInternDocumentAction}
          fields={{ zaakId: zaak.id }}
          errorTitle={balie.fout.titel}
          velden={veldenOf(zaak, soorten)}
          label={texts.knop}
          busy={intern.bezig}
          backHref={backHref}
        />
      )}
    </ZaakConfirmPage>
  )
}

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
