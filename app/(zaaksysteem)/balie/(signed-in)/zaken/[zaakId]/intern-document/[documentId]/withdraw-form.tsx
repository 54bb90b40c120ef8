'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { intern } from '#lib/ui/texts/balie/documenten/intern.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { withdrawInternDocumentAction } from './withdraw-intern-document-action.ts'

type Props = { zaakId: string; document: string; backHref: string }

export function WithdrawForm({ zaakId, document, backHref }: Props) {
  const form = useForm(withdrawInternDocumentAction)
  return (
    <Form form={form} hidden={{ zaakId, document }} errorTitle={balie.fout.titel}>
      <TextArea {...form.field('reden')} label={intern.intrekken.reden} rows={3} />
      <FormButtons label={intern.intrekken.knop} busy={intern.bezig} backHref={backHref} />
    </Form>
  )
}
