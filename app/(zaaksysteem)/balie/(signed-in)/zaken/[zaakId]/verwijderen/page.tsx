import type { Metadata } from 'next'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import { ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { verwijderen } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { zaakPath } from '../../../paths.ts'
import { VeldenForm } from '../../../velden-form.tsx'
import { loadZaak } from '../load-zaak.ts'
import { ZaakBreadcrumb } from '../zaak-breadcrumb.tsx'
import { proposeRemovalAction } from './propose-removal-action.ts'
import { removeZaakAction } from './remove-zaak-action.ts'

type Props = { params: Promise<{ zaakId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { omschrijving, identificatie } = await loadZaak((await params).zaakId, 'vernietigen')
  return { title: `${verwijderen.titel(omschrijving)} ${identificatie}` }
}

/**
 * One person may remove a zaak registered by mistake today; any other removal is proposed to a second person.
 */
export default async function VerwijderenPage({ params }: Props) {
  const zaak = await loadZaak((await params).zaakId, 'vernietigen')
  const { id, versie, omschrijving, identificatie } = zaak
  const alone = isOfToday(zaak)
  const form = { fields: { zaakId: id, versie }, errorTitle: verwijderen.fout.titel, backHref: zaakPath(id) }
  const { knop, bezig } = verwijderen
  return (
    <ConfirmPage
      breadcrumb={<ZaakBreadcrumb zaak={{ id, identificatie }} current={verwijderen.kort} />}
      title={verwijderen.titel(omschrijving)}
      explanation={alone ? verwijderen.uitleg : verwijderen.voorstel}
      consequences={verwijderen.weg}
      remark={verwijderen.blijft}
    >
      {alone && <Paragraph>{verwijderen.vandaag}</Paragraph>}
      {alone ? (
        <VeldenForm {...form} action={removeZaakAction} label={knop} busy={bezig} id="knop" className="staff-danger" />
      ) : (
        <VeldenForm
          {...form}
          action={proposeRemovalAction}
          velden={[
            { soort: 'kaarten', name: 'grond', legend: verwijderen.grond, cards: verwijderen.gronden },
            { soort: 'lang', ...labelled(verwijderen, 'toelichting'), rows: 3 },
          ]}
          label={verwijderen.knopVoorstel}
        />
      )}
    </ConfirmPage>
  )
}

function isOfToday({ history }: ZaakDetail): boolean {
  const registratie = history.at(-1)
  return registratie !== undefined && dateInAmsterdam(registratie.op) === dateInAmsterdam(zaaksysteem().clock())
}
