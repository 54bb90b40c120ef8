'use client'

import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { poging } from '#lib/ui/texts/balie/bezorgingen.ts'
import { foutKort, foutWatNu } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import { ProefberichtForm as SharedForm } from '../../../../abonnementen/proefbericht-form.tsx'
import { sendProefberichtAction } from '../../../../abonnementen/send-proefbericht-action.ts'
import { ABONNEMENT_TYPE_OPTIONS } from '../../options.ts'

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
