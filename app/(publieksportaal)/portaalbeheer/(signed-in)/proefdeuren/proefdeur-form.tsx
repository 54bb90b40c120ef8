'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { optionsOf } from '#lib/ui/form/labels.ts'
import { Select } from '#lib/ui/form/select.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { openProefdeurAction } from '../portaalbeheer-actions.ts'

const { proefdeuren: texts } = portaalbeheer

export function ProefdeurForm() {
  const form = useForm(openProefdeurAction, { initial: { wijze: 'JWT structured' } })
  return (
    <Form form={form} errorTitle={texts.fout.titel}>
      <TextField {...form.field('naam')} label={texts.naam} />
      <TextField {...form.field('source')} label={texts.source} hint={texts.sourceHint} />
      <TextField {...form.field('origin')} label={texts.origin} hint={texts.originHint} />
      <TextField {...form.field('jwksUrl')} label={texts.jwksUrl} hint={texts.jwksHint} inputMode="url" />
      <TextField
        {...form.field('apiUrl')}
        label={texts.apiUrl}
        hint={texts.apiHint}
        inputMode="url"
        optional={texts.optioneel}
      />
      <Select {...form.field('wijze')} label={texts.wijze} options={optionsOf(texts.wijzen)} />
      <SubmitButton busy={staff.bezig}>{texts.knop}</SubmitButton>
    </Form>
  )
}
