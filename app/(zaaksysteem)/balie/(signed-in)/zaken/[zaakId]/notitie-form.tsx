'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { submitVerrichting } from '../../verrichtingen/perform-verrichting.ts'

const { notitie } = behandeling

type Props = {
  zaakId: string
  /** the name of the verrichting that adds it */
  verrichting: string
}

/** Adds an internal note to the zaak. */
export function NotitieForm(hidden: Props) {
  const form = useForm(submitVerrichting)
  return (
    <section className="balie-form balie-notitie" aria-labelledby="notitie-titel">
      <Heading level={2} id="notitie-titel">
        {notitie.titel}
      </Heading>
      <StatusMessage text={form.answer && notitie.gelukt} of={form.said} />
      <Form form={form} hidden={hidden} errorTitle={balie.fout.titel}>
        <TextArea {...form.field('notitie')} aria-keyshortcuts="n" label={notitie.label} hint={notitie.hint} rows={3} />
        <SubmitButton appearance="secondary" busy={behandeling.bezig}>
          {notitie.knop}
        </SubmitButton>
      </Form>
    </section>
  )
}
