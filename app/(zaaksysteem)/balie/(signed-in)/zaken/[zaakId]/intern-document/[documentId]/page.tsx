import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { intern } from '#lib/ui/texts/balie/documenten/intern.ts'
import { zaakPath } from '../../../../paths.ts'
import { loadZaak } from '../../load-zaak.ts'
import { ZaakConfirmPage } from '../../zaak-confirm-page.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

type Props = { params: Promise<{ zaakId: string; documentId: string }> }

const texts = intern.intrekken

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { identificatie } = await loadZaak((await params).zaakId, 'behandelen')
  return { title: `${texts.titel} ${identificatie}` }
}

/** Withdraws a document that the aanvrager does not read. Any other has no such page. */
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
      <WithdrawForm zaakId={zaak.id} document={document.id} backHref={zaakPath(zaak.id)} />
    </ZaakConfirmPage>
  )
}
