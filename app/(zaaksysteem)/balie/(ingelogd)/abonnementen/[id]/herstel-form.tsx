'use client'

import { useActionState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { requestHerstelAction } from './request-herstel-action.ts'

const { herstel } = abonnementen

/** `aanbod`: since when something was skipped, so that one button brings all of it back. */
export function HerstelForm({
  abonnementId,
  aanbod,
  nu,
}: {
  abonnementId: string
  aanbod: { vanaf: string; uitleg: string; knop: string } | undefined
  /** as the field writes it */
  nu: string
}) {
  const [uitslag, herstelVanaf, bezig] = useActionState(requestHerstelAction, {})
  const guard = (event: { preventDefault(): void }) => bezig && event.preventDefault()
  return (
    <>
      {aanbod && (
        <form action={herstelVanaf} onSubmit={guard} className="balie-aanbod">
          <Paragraph>
            <strong>{aanbod.uitleg}</strong>
          </Paragraph>
          <input type="hidden" name="abonnementId" value={abonnementId} />
          <input type="hidden" name="instant" value={aanbod.vanaf} />
          <Button>{aanbod.knop}</Button>
        </form>
      )}
      <form action={herstelVanaf} onSubmit={guard} className="balie-regel" aria-busy={bezig} noValidate>
        <input type="hidden" name="abonnementId" value={abonnementId} />
        <TextField
          key={uitslag.poging}
          name="vanaf"
          type="datetime-local"
          label={herstel.vanaf}
          defaultValue={uitslag.ingevuld}
          max={nu}
          error={uitslag.fout}
        />
        <Button appearance="secondary">{bezig ? herstel.bezig : herstel.knop}</Button>
      </form>
    </>
  )
}
