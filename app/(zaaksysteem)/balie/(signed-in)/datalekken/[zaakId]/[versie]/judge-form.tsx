'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { datalekken } from '#lib/ui/texts/balie/beheer/datalekken.ts'
import { DATALEKKEN } from '../../../paths.ts'
import { judgeDatalekAction } from './judge-datalek-action.ts'

const { formulier: texts } = datalekken

export function JudgeForm({ zaakId, versie }: { zaakId: string; versie: number }) {
  const form = useForm(judgeDatalekAction)
  return (
    <Form form={form} hidden={{ zaakId, versie }} errorTitle={texts.fout.titel}>
      <TextArea {...form.field('oordeel')} label={texts.oordeel} hint={texts.hint} />
      <FormButtons label={texts.knop} backHref={DATALEKKEN} />
    </Form>
  )
}
