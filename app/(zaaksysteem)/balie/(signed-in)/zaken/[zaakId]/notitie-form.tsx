'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { addNotitieAction } from './add-notitie-action.ts'

const { notitie } = behandeling

/** Adds an internal note to the zaak. */
export function NotitieForm({ zaakId }: { zaakId: string }) {
  const form = useForm(addNotitieAction)
  return (
    <section className="balie-form balie-notitie" aria-labelledby="notitie-titel">
      <Heading level={2} id="notitie-titel">
        {notitie.titel}
      </Heading>
      <StatusMessage text={form.answer && notitie.gelukt} of={form.said} />
      <Form form={form} hidden={{ zaakId }} errorTitle={balie.fout.titel}>
        <TextArea {...form.field('notitie')} aria-keyshortcuts="n" label={notitie.label} hint={notitie.hint} rows={3} />
        <SubmitButton appearance="secondary" busy={behandeling.bezig}>
          {notitie.knop}
        </SubmitButton>
      </Form>
    </section>
  )
}
