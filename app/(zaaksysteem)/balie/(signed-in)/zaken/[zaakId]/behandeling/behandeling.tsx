'use client'

import { useActionState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import type { Option } from '#lib/ui/form/form-field.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { NaarSelect } from '../../../verdelen/naar-select.tsx'
import { VerdeelMessage } from '../../../verdelen/verdeel-message.tsx'
import { INITIAL } from '../../../verdelen/verdeel-state.ts'
import { verdeelZakenAction } from '../../../verdelen/verdeel-zaken-action.ts'

type Props = {
  /** the zaak with the toewijzing that the page shows */
  zaak: string
  behandelaarNaam: string | null
  team: string
  mayTake: boolean
  mayGiveBack: boolean
  options: readonly Option[]
}

/** Who handles the zaak, and how that changes. Works without JavaScript. */
export function Behandeling({ zaak, behandelaarNaam, team, mayTake, mayGiveBack, options }: Props) {
  const [state, verdeel, isPending] = useActionState(verdeelZakenAction, INITIAL)
  const form = {
    action: verdeel,
    onSubmit: (event: { preventDefault: () => void }) => isPending && event.preventDefault(),
    'aria-busy': isPending,
    className: 'balie-verdelen__form',
  }
  const chosen = <input type="hidden" name="zaak" value={zaak} />
  return (
    <section aria-labelledby="behandeling" className="balie-verdelen">
      <Heading level={2} id="behandeling">
        {behandeling.titel}
      </Heading>
      <Paragraph>{behandeling.bij(behandelaarNaam, team)}</Paragraph>
      <VerdeelMessage state={state} />
      <div className="balie-verdelen__forms">
        {(mayTake || mayGiveBack) && (
          <form {...form}>
            {chosen}
            {mayTake && (
              <Button appearance="secondary" name="knop" value="mij">
                {behandeling.neemOver}
              </Button>
            )}
            {mayGiveBack && (
              <Button appearance="secondary" name="knop" value="team">
                {behandeling.geefTerug}
              </Button>
            )}
          </form>
        )}
        {options.length > 0 && (
          <form {...form}>
            {chosen}
            <NaarSelect options={options} buttonLabel={behandeling.geef} />
          </form>
        )}
      </div>
    </section>
  )
}
