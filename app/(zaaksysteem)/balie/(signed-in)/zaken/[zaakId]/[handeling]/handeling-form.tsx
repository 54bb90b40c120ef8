'use client'

import { type Veld, Velden } from '../../../velden.tsx'
import type { EditableZaak } from '../editable-zaak.ts'
import { Standaardteksten } from '../standaardteksten.tsx'
import { ZaakForm } from '../zaak-form.tsx'
import type { Handelingspad } from './handelingen.ts'
import { performAction } from './perform-action.ts'

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
      {({ teksten }, entered, errorOf) => (
        <>
          <input type="hidden" name="handeling" value={pad} />
          <Standaardteksten teksten={teksten} />
          <Velden velden={velden} entered={entered} errorOf={errorOf} />
        </>
      )}
    </ZaakForm>
  )
}
