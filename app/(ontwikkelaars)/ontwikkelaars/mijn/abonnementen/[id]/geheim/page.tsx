import { notFound } from 'next/navigation'
import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { mijnAbonnementPath } from '../../../../paths.ts'
import { abonnementName } from '../../../abonnement-columns.tsx'
import { ClientBar } from '../../../client-bar.tsx'
import { ABONNEMENTEN_SCOPE, requireClient } from '../../../client-cookie.ts'
import { loadOwnAbonnement } from '../load-own-abonnement.ts'
import { GeheimForm } from './geheim-form.tsx'

type Props = { params: Promise<{ id: string }> }

export const generateMetadata = titled((taal) => mijn[taal].geheim.nieuw)

export default async function GeheimPage({ params }: Props) {
  const taal = await currentTaal()
  const { client } = await requireClient(ABONNEMENTEN_SCOPE)
  const abonnement = await loadOwnAbonnement((await params).id)
  const { id, protocol, geheimen } = abonnement
  if (protocol === 'NATS' || geheimen.length === 0) notFound()
  const href = mijnAbonnementPath(id)
  return (
    <div>
      <ClientBar
        client={client}
        taal={taal}
        path={[{ href, text: abonnementName(abonnement) }]}
        current={mijn[taal].geheim.nieuw}
      />
      <GeheimForm abonnementId={id} backHref={href} taal={taal} />
    </div>
  )
}
