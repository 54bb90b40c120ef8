'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { herberekenen } from '#lib/ui/texts/balie/beheer/herberekenen.ts'
import { HERBEREKENEN } from '../../../paths.ts'
import { type Veld, Velden } from '../../../velden.tsx'
import { startHerberekeningAction } from './start-herberekening-action.ts'

const { uitvoeren: texts, fout } = herberekenen

export function StartForm({ id, hasLater }: { id: string; hasLater: boolean }) {
  const form = useForm(startHerberekeningAction)
  const ookLater: Veld = { soort: 'vinkje', name: 'ookLater', label: texts.ookLater, value: false }
  return (
    <Form form={form} hidden={{ id }} errorTitle={fout.titel}>
      <TextArea {...form.field('toelichting')} label={texts.waarom} hint={texts.waaromHint} />
      {hasLater && <Velden velden={[ookLater]} form={form} />}
      <FormButtons label={texts.knop} busy={texts.bezig} backHref={HERBEREKENEN} />
    </Form>
  )
}
