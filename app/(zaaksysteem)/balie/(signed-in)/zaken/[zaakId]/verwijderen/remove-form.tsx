'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { verwijderen } from '#lib/ui/texts/balie/verwijderen.ts'
import { removeZaakAction } from './remove-zaak-action.ts'

export function RemoveForm({ zaakId, versie, backHref }: { zaakId: string; versie: number; backHref: string }) {
  const form = useForm(removeZaakAction)
  return (
    <Form form={form} hidden={{ zaakId, versie }} errorTitle={verwijderen.fout.titel}>
      <RadioCards {...form.field('grond')} legend={verwijderen.grond} cards={verwijderen.gronden} />
      <FormButtons label={verwijderen.knop} busy={verwijderen.bezig} backHref={backHref} className="staff-danger" />
    </Form>
  )
}
