import type { Metadata } from 'next'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { verwijderen } from '#lib/ui/texts/balie/vernietiging.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { zaakPath } from '../../../paths.ts'
import { loadZaak } from '../load-zaak.ts'
import { ZaakBreadcrumb } from '../zaak-breadcrumb.tsx'
import { ProposeForm, RemoveForm } from './remove-form.tsx'

type Props = { params: Promise<{ zaakId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { omschrijving, identificatie } = await loadZaak((await params).zaakId, 'vernietigen')
  return { title: `${verwijderen.titel(omschrijving)} ${identificatie}` }
}

/** One person removes what was registered by mistake today; for anything else it is a proposal to a second one. */
export default async function VerwijderenPage({ params }: Props) {
  const zaak = await loadZaak((await params).zaakId, 'vernietigen')
  const { id, versie, omschrijving, identificatie } = zaak
  const alone = isOfToday(zaak)
  const form = { zaakId: id, versie, backHref: zaakPath(id) }
  return (
    <ConfirmPage
      breadcrumb={<ZaakBreadcrumb zaak={{ id, identificatie }} current={verwijderen.kort} />}
      title={verwijderen.titel(omschrijving)}
      explanation={alone ? verwijderen.uitleg : verwijderen.voorstel}
      consequences={verwijderen.weg}
      remark={verwijderen.blijft}
    >
      {alone ? <RemoveForm {...form} /> : <ProposeForm {...form} />}
    </ConfirmPage>
  )
}

function isOfToday({ history }: ZaakDetail): boolean {
  const registratie = history.at(-1)
  return registratie !== undefined && dateInAmsterdam(registratie.op) === dateInAmsterdam(zaaksysteem().clock())
}
