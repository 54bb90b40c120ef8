'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import type { Option } from '#lib/ui/form/labels.ts'
import { useForm } from '#lib/ui/form/use-form.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { KeuzeElders } from './keuze-elders.tsx'
import { NaarSelect } from './naar-select.tsx'
import { chosenZakenAction } from './verdeel-actions.ts'
import { VerdeelMessage } from './verdeel-message.tsx'
import { NOTHING_DONE, VERDEEL_FORM } from './verdeel-state.ts'

type Props = {
  lijst: 'open' | 'mijn'
  /** ids of the zaken on the page */
  zaken: readonly string[]
  options: readonly Option[]
  mayBulk: boolean
  /** the whole list, when it can be chosen and does not fit on the page */
  alle: { value: string; aantal: number } | undefined
}

/**
 * The actions on the ticked zaken. The checkboxes name this form instead of being inside it, so that
 * Ctrl+Enter on a zaak's link does not submit.
 */
export function VerdeelForm({ lijst, zaken, options, mayBulk, alle }: Props) {
  const form = useForm(chosenZakenAction)
  const state = form.answer ?? NOTHING_DONE
  return (
    <section aria-label={behandeling.verdelen.titel} className="balie-verdelen">
      <VerdeelMessage state={state} />
      <Form form={form} id={VERDEEL_FORM} noValidate={false} className="zb-line balie-verdeel-regel">
        <KeuzeElders lijst={lijst} zaken={zaken} state={state} />
        {alle && (
          <label className="balie-vinkje">
            <input type="checkbox" name="alle" value={alle.value} /> {bulk.keuze.alle(alle.aantal)}
          </label>
        )}
        <div className="staff-line">
          <NaarSelect options={options} buttonLabel={behandeling.verdelen.verdeel} />
          <Button appearance="secondary" name="knop" value={lijst === 'mijn' ? 'team' : 'mij'} formNoValidate>
            {lijst === 'mijn' ? behandeling.geefTerug : behandeling.neemOver}
          </Button>
          {mayBulk && (
            <Button appearance="secondary" name="knop" value="bulk" formNoValidate aria-keyshortcuts="b">
              {bulk.keuze.knop}
            </Button>
          )}
        </div>
      </Form>
    </section>
  )
}
