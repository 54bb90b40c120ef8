import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { RotateForm } from '#lib/ui/staff/rotate-form.tsx'
import type { AbonnementDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { rotateGeheimAction } from './abonnement-actions.ts'
import { abonnementPath, textsOf, type Viewer } from './viewer.ts'

/** Makes a new secret for an abonnement; 404 for one whose method has none. */
export function GeheimPage({
  viewer,
  abonnement: { id, protocol, geheimen },
  trail,
}: {
  viewer: Viewer
  abonnement: AbonnementDetail
  trail: ReactNode
}) {
  if (protocol === 'NATS' || geheimen.length === 0) notFound()
  const { geheim: texts, acties } = textsOf(viewer)
  return (
    <div>
      {trail}
      <RotateForm
        action={rotateGeheimAction}
        fields={{ rol: viewer.rol, abonnementId: id }}
        texts={texts}
        overlaps={[
          { value: '24', title: texts.overlap24, description: texts.overlap24Uitleg },
          { value: '0', title: texts.overlap0, description: texts.overlap0Uitleg },
        ]}
        backHref={abonnementPath(viewer, id)}
        busy={acties.bezig}
        cancel={acties.annuleren}
      />
    </div>
  )
}
