import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { labelled } from '#lib/ui/form/labels.ts'
import { intern } from '#lib/ui/texts/balie/documenten/intern.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { zaakPath } from '../../../../paths.ts'
import { VeldenForm } from '../../../../velden-form.tsx'
import { loadZaak } from '../../load-zaak.ts'
import { ZaakConfirmPage } from '../../zaak-confirm-page.tsx'
import { withdrawInternDocumentAction } from './withdraw-intern-document-action.ts'

type Props = { params: Promise<{ zaakId: string; documentId: string }> }

const texts = intern.intrekken

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { identificatie } = await loadZaak((await params).zaakId, 'behandelen')
  return { title: `${texts.titel} ${identificatie}` }
}

/** Withdraws an internal document; 404 for any other. */
export default async function WithdrawPage({ params }: Props) {
  const { zaakId, documentId } = await params
  const zaak = await loadZaak(zaakId, 'behandelen')
  const document = zaak.alleDocumenten.find(
    ({ id, zichtbaarVanaf, vervallenVersie }) =>
      id === documentId && zichtbaarVanaf === null && vervallenVersie === null,
  )
  if (!document) notFound()
  return (
    <ZaakConfirmPage zaak={zaak} title={texts.titel} explanation={texts.uitleg(document.titel)}>
      <VeldenForm
        action={withdrawInternDocumentAction}
        fields={{ zaakId: zaak.id, document: document.id }}
        errorTitle={balie.fout.titel}
        velden={[{ soort: 'lang', ...labelled(texts, 'reden'), rows: 3 }]}
        label={texts.knop}
        busy={intern.bezig}
        backHref={zaakPath(zaak.id)}
      />
    </ZaakConfirmPage>
  )
}
