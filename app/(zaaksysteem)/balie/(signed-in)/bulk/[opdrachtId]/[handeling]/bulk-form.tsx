'use client'

import { Form } from '#lib/ui/form/form.tsx'
import type { Entered } from '#lib/ui/form/form-state.ts'
import type { Veld } from '#lib/ui/form/labels.ts'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { Bulkhandeling } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import { Velden } from '../../../velden.tsx'
import { StatusVelden } from '../../../zaken/[zaakId]/status-velden.tsx'
import type { EditableZaak } from '../../../zaken/[zaakId]/to-editable-zaak.ts'
import { prepareBulkAction } from './prepare-bulk-action.ts'

type Props = {
  opdrachtId: string
  handeling: Bulkhandeling
  /** values of an earlier preview */
  filledIn: Entered
  /** fields of every act except a statuswijziging */
  velden: Veld[]
  choices: EditableZaak['choices']
}

/** The fields of an act, as on the page of one zaak. */
export function BulkForm({ opdrachtId, handeling, filledIn, velden, choices }: Props) {
  const form = useForm(prepareBulkAction, { initial: filledIn })
  const { wijzigen } = balie
  return (
    <Form form={form} hidden={{ opdrachtId, handeling }} errorTitle={bulk.fout.titel} className="balie-form">
      {handeling === 'status' ? (
        <>
          <StatusVelden choices={choices} form={form} />
          <TextArea {...form.field('toelichting', wijzigen)} optional={wijzigen.magLeeg} />
        </>
      ) : (
        <Velden velden={velden} form={form} />
      )}
      <SubmitButton busy={bulk.handeling.bezig}>{bulk.handeling.knop}</SubmitButton>
    </Form>
  )
}
