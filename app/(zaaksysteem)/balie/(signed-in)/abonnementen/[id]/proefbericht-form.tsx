'use client'

import { ProefberichtForm as SharedForm } from '#lib/ui/staff/bezorging/proefbericht-form.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { poging } from '#lib/ui/texts/balie/bezorgingen.ts'
import { foutKort, foutWatNu } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import { ABONNEMENT_TYPE_OPTIONS } from '../../options.ts'
import { sendProefberichtAction } from './send-proefbericht-action.ts'

export function ProefberichtForm({ abonnementId }: { abonnementId: string }) {
  return (
    <SharedForm
      abonnementId={abonnementId}
      types={ABONNEMENT_TYPE_OPTIONS}
      action={sendProefberichtAction}
      texts={{ proef: abonnementen.proef, poging }}
      foutOf={(code, detail) => ({ kort: foutKort(code), watNu: foutWatNu(code, detail) })}
    />
  )
}
