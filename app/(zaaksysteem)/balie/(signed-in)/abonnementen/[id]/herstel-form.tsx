'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { requestHerstelAction } from '../desk-actions.ts'

const { herstel } = abonnementen

/** @param offer moment of the first skipped event; its button redelivers everything since */
export function HerstelForm({
  abonnementId,
  offer,
  max,
}: {
  abonnementId: string
  offer: { vanaf: string; explanation: string; button: string } | undefined
  /** the latest allowed time, in the format of the field */
  max: string
}) {
  const form = useForm(requestHerstelAction)
  return (
    <>
      {offer && (
        <Form form={form} hidden={{ abonnementId, instant: offer.vanaf }} className="balie-offer">
          <Paragraph>
            <strong>{offer.explanation}</strong>
          </Paragraph>
          <Button>{offer.button}</Button>
        </Form>
      )}
      <Form form={form} hidden={{ abonnementId }} className="staff-line">
        <TextField {...form.field('vanaf', herstel)} type="datetime-local" max={max} />
        <SubmitButton appearance="secondary" busy={herstel.bezig}>
          {herstel.knop}
        </SubmitButton>
      </Form>
    </>
  )
}
