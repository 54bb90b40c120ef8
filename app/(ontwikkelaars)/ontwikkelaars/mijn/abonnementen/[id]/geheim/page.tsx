import { notFound } from 'next/navigation'
import { titled } from '#lib/ui/shell/titled.ts'
import { RotateForm } from '#lib/ui/staff/bezorging/rotate-form.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { ABONNEMENTEN_SCOPE, requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { mijnAbonnementPath } from '../../../../paths.ts'
import { abonnementName } from '../../../abonnement-columns.tsx'
import { ClientBar } from '../../../client-bar.tsx'
import { loadOwnAbonnement } from '../load-own-abonnement.ts'
import { rotateOwnGeheimAction } from './rotate-own-geheim-action.ts'

type Props = { params: Promise<{ id: string }> }

export const generateMetadata = titled((taal) => mijn[taal].geheim.nieuw)

export default async function GeheimPage({ params }: Props) {
  const taal = await currentTaal()
  const { client } = await requireClient(ABONNEMENTEN_SCOPE)
  const abonnement = await loadOwnAbonnement((await params).id)
  const { id, protocol, geheimen } = abonnement
  if (protocol === 'NATS' || geheimen.length === 0) notFound()
  const href = mijnAbonnementPath(id)
  const { geheim, bezig, annuleren } = mijn[taal]
  return (
    <div>
      <ClientBar
        client={client}
        taal={taal}
        path={[{ href, text: abonnementName(abonnement) }]}
        current={geheim.nieuw}
      />
      <RotateForm
        action={rotateOwnGeheimAction}
        fields={{ abonnementId: id }}
        texts={geheim}
        overlaps={[
          { value: '24', title: geheim.overlap24, description: geheim.overlap24Uitleg },
          { value: '0', title: geheim.overlap0, description: geheim.overlap0Uitleg },
        ]}
        backHref={href}
        busy={bezig}
        cancel={annuleren}
      />
    </div>
  )
}
