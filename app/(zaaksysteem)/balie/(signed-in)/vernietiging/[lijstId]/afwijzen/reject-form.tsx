'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { lijstPath } from '../../../paths.ts'
import { rejectAction } from './reject-action.ts'

const { afwijzen: texts, redenHint, fout } = vernietiging

export function RejectForm({ lijstId }: { lijstId: string }) {
  const form = useForm(rejectAction)
  return (
    <Form form={form} hidden={{ lijstId }} errorTitle={fout.titel}>
      <TextArea {...form.field('reden')} label={texts.reden} hint={redenHint} rows={3} />
      <FormButtons label={texts.knop} backHref={lijstPath(lijstId)} />
    </Form>
  )
}
