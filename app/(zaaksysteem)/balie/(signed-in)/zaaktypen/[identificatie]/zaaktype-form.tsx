'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { type Veld, Velden } from '../../velden.tsx'
import { ZAAKTYPEN } from '../paths.ts'
import { storeZaaktypeAction } from './store-zaaktype-action.ts'

type Props = { identificatie: string; versie: number; velden: Veld[] }

/** Texts and terms of a zaaktype. */
export function ZaaktypeForm({ identificatie, versie, velden }: Props) {
  const form = useForm(storeZaaktypeAction)
  return (
    <Form form={form} hidden={{ identificatie, versie }} errorTitle={texts.fout.titel}>
      <Velden velden={velden} form={form} />
      <FormButtons label={texts.knop} busy={texts.bezig} backHref={ZAAKTYPEN} />
    </Form>
  )
}
