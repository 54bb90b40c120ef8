'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { verwijderen } from '#lib/ui/texts/balie/vernietiging.ts'
import { proposeRemovalAction } from './propose-removal-action.ts'
import { removeZaakAction } from './remove-zaak-action.ts'

type Props = { zaakId: string; versie: number; backHref: string }

/** For what was registered by mistake today. */
export function RemoveForm({ backHref, ...hidden }: Props) {
  const form = useForm(removeZaakAction)
  return (
    <Form form={form} hidden={hidden} errorTitle={verwijderen.fout.titel}>
      <Paragraph>{verwijderen.vandaag}</Paragraph>
      <FormButtons
        label={verwijderen.knop}
        busy={verwijderen.bezig}
        backHref={backHref}
        id="knop"
        className="staff-danger"
      />
    </Form>
  )
}

/** For anything else: what a second person reads who is to approve it. */
export function ProposeForm({ backHref, ...hidden }: Props) {
  const form = useForm(proposeRemovalAction)
  return (
    <Form form={form} hidden={hidden} errorTitle={verwijderen.fout.titel}>
      <RadioCards {...form.field('grond')} legend={verwijderen.grond} cards={verwijderen.gronden} />
      <TextArea
        {...form.field('toelichting')}
        label={verwijderen.toelichting}
        hint={verwijderen.toelichtingHint}
        rows={3}
      />
      <FormButtons label={verwijderen.knopVoorstel} backHref={backHref} />
    </Form>
  )
}
