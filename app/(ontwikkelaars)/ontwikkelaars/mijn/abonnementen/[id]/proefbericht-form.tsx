'use client'

import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { foutUitleg } from '../../../../../(zaaksysteem)/abonnementen/fout-uitleg.ts'
import { ProefberichtForm as SharedForm } from '../../../../../(zaaksysteem)/abonnementen/proefbericht-form.tsx'
import { sendOwnProefberichtAction } from './send-own-proefbericht-action.ts'

type Props = { abonnementId: string; types: readonly string[]; taal: Taal }

export function ProefberichtForm({ abonnementId, types, taal }: Props) {
  return (
    <SharedForm
      abonnementId={abonnementId}
      types={types.map((type) => ({ value: type, label: type }))}
      action={sendOwnProefberichtAction}
      texts={mijn[taal]}
      foutOf={(code, detail) => foutUitleg(code, detail, taal)}
      taal={taal}
    />
  )
}
