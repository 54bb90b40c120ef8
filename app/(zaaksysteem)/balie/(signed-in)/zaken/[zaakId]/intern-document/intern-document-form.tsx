'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { intern } from '#lib/ui/texts/balie/documenten/intern.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { type Veld, Velden } from '../../../velden.tsx'
import { addInternDocumentAction } from './add-intern-document-action.ts'

type Props = { zaakId: string; velden: Veld[]; backHref: string }

export function InternDocumentForm({ zaakId, velden, backHref }: Props) {
  const form = useForm(addInternDocumentAction)
  return (
    <Form form={form} hidden={{ zaakId }} errorTitle={balie.fout.titel}>
      <Velden velden={velden} form={form} />
      <FormButtons label={intern.toevoegen.knop} busy={intern.bezig} backHref={backHref} />
    </Form>
  )
}
