'use client'

import type { EditableZaak } from '../editable-zaak.ts'
import { ZaakForm } from '../zaak-form.tsx'
import type { Handelingspad, Veld } from './handelingen.ts'
import { performAction } from './perform-action.ts'
import { Velden } from './velden.tsx'

type Props = { zaak: EditableZaak; pad: Handelingspad; velden: Veld[]; buttonLabel: string }

/** The form of an act that has a page of its own. */
export function HandelingForm({ zaak, pad, velden, buttonLabel }: Props) {
  return (
    <ZaakForm
      action={performAction}
      zaak={zaak}
      isPossible={({ handelingen }) => handelingen.includes(pad)}
      buttonLabel={buttonLabel}
    >
      {(_, entered, errorOf) => (
        <>
          <input type="hidden" name="handeling" value={pad} />
          <Velden velden={velden} entered={entered} errorOf={errorOf} />
        </>
      )}
    </ZaakForm>
  )
}
