'use client'

import { type Veld, Velden } from '../../../velden.tsx'
import type { EditableZaak } from '../editable-zaak.ts'
import { Standaardteksten } from '../standaardteksten.tsx'
import { ZaakForm } from '../zaak-form.tsx'
import type { Handelingspad } from './handelingen.ts'
import { performAction } from './perform-action.ts'

type Props = {
  zaak: EditableZaak
  pad: Handelingspad
  velden: Veld[]
  buttonLabel: string
  terug: string | undefined
}

/** The form of an act that has a page of its own. */
export function HandelingForm({ zaak, pad, velden, buttonLabel, terug }: Props) {
  return (
    <ZaakForm
      action={performAction}
      zaak={zaak}
      isPossible={({ handelingen }) => handelingen.includes(pad)}
      buttonLabel={buttonLabel}
    >
      {({ teksten }, form) => (
        <>
          <input type="hidden" name="handeling" value={pad} />
          {terug && <input type="hidden" name="terug" value={terug} />}
          <Standaardteksten teksten={teksten} />
          <Velden velden={velden} form={form} />
        </>
      )}
    </ZaakForm>
  )
}
