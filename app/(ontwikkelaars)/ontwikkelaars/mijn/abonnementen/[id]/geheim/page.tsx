import { titled } from '#lib/ui/shell/titled.ts'
import { eigenAbonnementen } from '#lib/ui/texts/ontwikkelaars/abonnementen.ts'
import { abonnementName } from '../../../../../../(zaaksysteem)/abonnementen/abonnement-columns.tsx'
import { GeheimPage } from '../../../../../../(zaaksysteem)/abonnementen/geheim-page.tsx'
import { loadAbonnement } from '../../../../../../(zaaksysteem)/abonnementen/require-viewer.ts'
import { abonnementPath, textsOf } from '../../../../../../(zaaksysteem)/abonnementen/viewer.ts'
import { ClientBar } from '../../../client-bar.tsx'

export const generateMetadata = titled((taal) => eigenAbonnementen[taal].geheim.nieuw)

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { viewer, abonnement } = await loadAbonnement('client', (await params).id)
  const parent = { href: abonnementPath(viewer, abonnement.id), text: abonnementName(abonnement) }
  const trail = <ClientBar path={[parent]} current={textsOf(viewer).geheim.nieuw} />
  return <GeheimPage viewer={viewer} abonnement={abonnement} trail={trail} />
}
