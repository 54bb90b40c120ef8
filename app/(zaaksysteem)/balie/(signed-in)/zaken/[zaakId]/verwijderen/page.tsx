import type { Metadata } from 'next'
import { ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { verwijderen } from '#lib/ui/texts/balie/verwijderen.ts'
import { zaakPath } from '../../../paths.ts'
import { loadZaak } from '../load-zaak.ts'
import { ZaakBreadcrumb } from '../zaak-breadcrumb.tsx'
import { RemoveForm } from './remove-form.tsx'

type Props = { params: Promise<{ zaakId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { omschrijving, identificatie } = await loadZaak((await params).zaakId, 'beheren')
  return { title: `${verwijderen.titel(omschrijving)} ${identificatie}` }
}

export default async function VerwijderenPage({ params }: Props) {
  const { id, versie, omschrijving, identificatie } = await loadZaak((await params).zaakId, 'beheren')
  return (
    <ConfirmPage
      breadcrumb={<ZaakBreadcrumb zaak={{ id, identificatie }} current={verwijderen.kort} />}
      title={verwijderen.titel(omschrijving)}
      explanation={verwijderen.uitleg}
      consequences={verwijderen.weg}
      remark={verwijderen.blijft}
    >
      <RemoveForm zaakId={id} versie={versie} backHref={zaakPath(id)} />
    </ConfirmPage>
  )
}
