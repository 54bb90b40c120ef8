import type { Metadata } from 'next'
import { ConfirmForm, ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { abonnementName } from '../../../../../abonnementen/abonnement-columns.tsx'
import { loadAbonnement } from '../../../../../abonnementen/require-viewer.ts'
import { abonnementPath } from '../../../paths.ts'
import { AbonnementBreadcrumb } from '../../abonnement-breadcrumb.tsx'
import { deleteAbonnementAction } from '../../desk-actions.ts'

const { verwijderen } = abonnementen

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { abonnement } = await loadAbonnement('beheerder', (await params).id)
  return { title: verwijderen.titel(abonnementName(abonnement)) }
}

export default async function VerwijderenPage({ params }: Props) {
  const { abonnement } = await loadAbonnement('beheerder', (await params).id)
  const { id, wachtend, dodeBrieven, overgeslagen, geheimen } = abonnement
  return (
    <ConfirmPage
      breadcrumb={<AbonnementBreadcrumb abonnement={abonnement} current={abonnementen.detail.verwijder} />}
      title={verwijderen.titel(abonnementName(abonnement))}
      explanation={verwijderen.uitleg}
      consequences={[
        wachtend > 0 && verwijderen.wachtend(wachtend),
        dodeBrieven > 0 && verwijderen.dodeBrieven(dodeBrieven),
        overgeslagen > 0 && verwijderen.overgeslagen(overgeslagen),
        verwijderen.geschiedenis,
        geheimen.length > 0 && verwijderen.geheim,
      ]}
      remark={verwijderen.zaken}
    >
      <ConfirmForm
        action={deleteAbonnementAction}
        hidden={{ abonnementId: id }}
        label={verwijderen.knop}
        backHref={abonnementPath(id)}
      />
    </ConfirmPage>
  )
}
