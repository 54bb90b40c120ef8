'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { askVraagAction } from '../inzending-actions.ts'

/** Works without JavaScript. */
export function VraagForm({
  zaakId,
  most,
  texts: t,
}: {
  zaakId: string
  /** maximum length */
  most: number
  texts: Pick<Texts['vraag'], 'veld' | 'knop' | 'bezig'> & { hint: string }
}) {
  const form = useForm(askVraagAction)
  return (
    <Form form={form} hidden={{ zaakId }}>
      <TextArea {...form.field('tekst')} label={t.veld} hint={t.hint} rows={8} maxLength={most} />
      <div className="zb-buttons">
        <SubmitButton busy={t.bezig}>{t.knop}</SubmitButton>
      </div>
    </Form>
  )
}
