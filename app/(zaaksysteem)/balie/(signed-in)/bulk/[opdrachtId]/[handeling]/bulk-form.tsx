'use client'

import { Fragment, useActionState, useEffect, useRef } from 'react'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { Bulkhandeling } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import { type Veld, Velden } from '../../../velden.tsx'
import type { EditableZaak } from '../../../zaken/[zaakId]/editable-zaak.ts'
import type { Entered } from '../../../zaken/[zaakId]/form-state.ts'
import { StatusVelden } from '../../../zaken/[zaakId]/status-velden.tsx'
import { INITIAL } from './bulk-state.ts'
import { prepareBulkAction } from './prepare-bulk-action.ts'

type Props = {
  opdrachtId: string
  handeling: Bulkhandeling
  /** of an earlier preview */
  filledIn: Entered
  /** of every act but a status */
  velden: Veld[]
  status: Pick<EditableZaak, 'choices' | 'resultaten' | 'today'>
}

/** The fields of an act, as on the page of one zaak. Works without JavaScript. */
export function BulkForm({ opdrachtId, handeling, filledIn, velden, status }: Props) {
  const [{ round, errors, entered = filledIn }, prepare] = useActionState(prepareBulkAction, INITIAL)
  const ref = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (errors.length > 0) ref.current?.querySelector<HTMLElement>('[role="alert"] a')?.focus()
  }, [errors])
  const errorOf = (wanted: string) => errors.find(({ name }) => name === wanted)?.text
  const { wijzigen } = balie
  return (
    <form ref={ref} action={prepare} className="balie-form">
      <FormErrors title={bulk.fout.titel} errors={errors} />
      <input type="hidden" name="opdrachtId" value={opdrachtId} />
      <input type="hidden" name="handeling" value={handeling} />
      <Fragment key={round}>
        {handeling === 'status' ? (
          <>
            <StatusVelden {...status} entered={entered} errorOf={errorOf} />
            <TextArea
              name="toelichting"
              label={wijzigen.toelichting}
              optional={wijzigen.magLeeg}
              hint={wijzigen.toelichtingHint}
              defaultValue={entered.toelichting}
              error={errorOf('toelichting')}
            />
          </>
        ) : (
          <Velden velden={velden} entered={entered} errorOf={errorOf} />
        )}
      </Fragment>
      <SubmitButton busy={bulk.handeling.bezig}>{bulk.handeling.knop}</SubmitButton>
    </form>
  )
}
