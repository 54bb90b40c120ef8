'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { holdZaakAction } from './hold-zaak-action.ts'

const { aanhouden: texts, fout } = vernietiging

type Props = { zaakId: string; isHeld: boolean; knop: string; backHref: string }

export function HoldForm({ zaakId, isHeld, knop, backHref }: Props) {
  const form = useForm(holdZaakAction)
  return (
    <Form form={form} hidden={{ zaakId, aangehouden: isHeld ? 'nee' : 'ja' }} errorTitle={fout.titel}>
      {!isHeld && <TextField {...form.field('tot')} type="date" label={texts.totVeld} hint={texts.totHint} />}
      <TextArea {...form.field('reden')} label={texts.reden} hint={texts.redenHint} rows={3} />
      <FormButtons label={knop} backHref={backHref} />
    </Form>
  )
}
