'use client'

import { useActionState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import type { Option } from '#lib/ui/form/form-field.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { NaarSelect } from './naar-select.tsx'
import { VERDEEL_FORM } from './verdeel-form-id.ts'
import { VerdeelMessage } from './verdeel-message.tsx'
import { INITIAL } from './verdeel-state.ts'
import { verdeelZakenAction } from './verdeel-zaken-action.ts'

/**
 * What can be done with the zaken that are ticked in the list. Its rows do not lie inside the form: their checkboxes name
 * it, so that Ctrl+Enter on the link of a zaak sends nothing.
 */
export function VerdeelForm({ knop, options }: { knop: 'mij' | 'team'; options: readonly Option[] }) {
  const [state, verdeel, isPending] = useActionState(verdeelZakenAction, INITIAL)
  return (
    <section aria-label={behandeling.verdelen.titel} className="balie-verdelen">
      <VerdeelMessage state={state} />
      <form
        id={VERDEEL_FORM}
        action={verdeel}
        onSubmit={(event) => isPending && event.preventDefault()}
        aria-busy={isPending}
        className="balie-verdelen__form"
      >
        <NaarSelect options={options} buttonLabel={behandeling.verdelen.verdeel} />
        <Button appearance="secondary" name="knop" value={knop} formNoValidate>
          {knop === 'mij' ? behandeling.neemOver : behandeling.geefTerug}
        </Button>
      </form>
    </section>
  )
}
