'use client'

import { useActionState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { requestHerstelAction } from './request-herstel-action.ts'

const { herstel } = abonnementen

/** @param offer since when something was skipped; its button sends all of that again */
export function HerstelForm({
  abonnementId,
  offer,
  max,
}: {
  abonnementId: string
  offer: { vanaf: string; explanation: string; button: string } | undefined
  /** the latest time that can be filled in, as the field writes it */
  max: string
}) {
  const [state, requestHerstel, isPending] = useActionState(requestHerstelAction, {})
  const guard = (event: { preventDefault(): void }) => isPending && event.preventDefault()
  return (
    <>
      {offer && (
        <form action={requestHerstel} onSubmit={guard} className="balie-offer">
          <Paragraph>
            <strong>{offer.explanation}</strong>
          </Paragraph>
          <input type="hidden" name="abonnementId" value={abonnementId} />
          <input type="hidden" name="instant" value={offer.vanaf} />
          <Button>{offer.button}</Button>
        </form>
      )}
      <form action={requestHerstel} onSubmit={guard} className="balie-line" aria-busy={isPending} noValidate>
        <input type="hidden" name="abonnementId" value={abonnementId} />
        <TextField
          key={state.round}
          name="vanaf"
          type="datetime-local"
          label={herstel.vanaf}
          defaultValue={state.entered}
          max={max}
          error={state.error}
        />
        <Button appearance="secondary">{isPending ? herstel.bezig : herstel.knop}</Button>
      </form>
    </>
  )
}
