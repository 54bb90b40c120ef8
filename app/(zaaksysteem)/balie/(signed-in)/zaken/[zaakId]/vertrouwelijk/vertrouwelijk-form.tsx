'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { vertrouwelijk } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { setVertrouwelijkAction } from './set-vertrouwelijk-action.ts'

type Props = { zaakId: string; isVertrouwelijk: boolean; knop: string; backHref: string }

export function VertrouwelijkForm({ zaakId, isVertrouwelijk, knop, backHref }: Props) {
  const form = useForm(setVertrouwelijkAction)
  const hidden = { zaakId, vertrouwelijk: isVertrouwelijk ? 'nee' : 'ja' }
  return (
    <Form form={form} hidden={hidden} errorTitle={vertrouwelijk.fout.titel}>
      <TextArea {...form.field('reden')} label={vertrouwelijk.reden} hint={vertrouwelijk.redenHint} rows={3} />
      <FormButtons label={knop} busy={vertrouwelijk.bezig} backHref={backHref} />
    </Form>
  )
}
