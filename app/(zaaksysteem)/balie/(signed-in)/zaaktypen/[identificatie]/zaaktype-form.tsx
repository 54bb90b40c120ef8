'use client'

import { Form } from '#lib/ui/form/form.tsx'
import type { FormAction } from '#lib/ui/form/form-state.ts'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { ZAAKTYPEN } from '../../paths.ts'
import { type Veld, Velden } from '../../velden.tsx'

type Props = { action: FormAction; hidden: Record<string, string | number>; velden: Veld[]; label: string }

/** Texts and terms of a zaaktype. */
export function ZaaktypeForm({ action, hidden, velden, label }: Props) {
  const form = useForm(action)
  return (
    <Form form={form} hidden={hidden} errorTitle={texts.fout.titel}>
      <Velden velden={velden} form={form} />
      <FormButtons label={label} busy={texts.bezig} backHref={ZAAKTYPEN} />
    </Form>
  )
}
