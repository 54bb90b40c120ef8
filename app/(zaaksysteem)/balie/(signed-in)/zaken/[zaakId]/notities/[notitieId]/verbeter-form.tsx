'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { verbeterNotitieAction } from './verbeter-notitie-action.ts'

const { notitie } = behandeling

type Props = { zaakId: string; notitieId: string; tekst: string; backHref: string }

export function VerbeterForm({ zaakId, notitieId, tekst, backHref }: Props) {
  const form = useForm(verbeterNotitieAction)
  const field = form.field('notitie')
  return (
    <Form form={form} hidden={{ zaakId, notitieId }} errorTitle={balie.fout.titel}>
      <TextArea
        {...field}
        label={notitie.label}
        hint={notitie.hint}
        rows={5}
        defaultValue={field.defaultValue ?? tekst}
      />
      <TextField {...form.field('reden')} label={notitie.verbeteren.reden} />
      <FormButtons label={notitie.verbeteren.knop} busy={behandeling.bezig} backHref={backHref} />
    </Form>
  )
}
