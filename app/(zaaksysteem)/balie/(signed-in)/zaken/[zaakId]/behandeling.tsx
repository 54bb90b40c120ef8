'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import type { Option } from '#lib/ui/form/labels.ts'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { NaarSelect } from '../../verdelen/naar-select.tsx'
import { verdeelZakenAction } from '../../verdelen/verdeel-actions.ts'
import { VerdeelMessage } from '../../verdelen/verdeel-message.tsx'
import { MAX_BERICHT, NOTHING_DONE } from '../../verdelen/verdeel-state.ts'

type Props = {
  /** form value of the zaak with the toewijzing that the page shows */
  zaak: string
  behandelaarNaam: string | null
  team: string
  mayTake: boolean
  mayGiveBack: boolean
  options: readonly Option[]
}

/** The behandelaar of the zaak, and the buttons to change that. */
export function Behandeling({ zaak, behandelaarNaam, team, mayTake, mayGiveBack, options }: Props) {
  const form = useForm(verdeelZakenAction)
  const shared = { form, hidden: { zaak }, noValidate: false, className: 'staff-line' }
  return (
    <section aria-labelledby="behandeling" className="balie-verdelen">
      <Heading level={2} id="behandeling">
        {behandeling.titel}
      </Heading>
      <Paragraph>{behandeling.bij(behandelaarNaam, team)}</Paragraph>
      <VerdeelMessage state={form.answer ?? NOTHING_DONE} />
      <div className="staff-line">
        {(mayTake || mayGiveBack) && (
          <Form {...shared}>
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
          </Form>
        )}
        {options.length > 0 && (
          <Form {...shared}>
            <NaarSelect options={options} buttonLabel={behandeling.geef}>
              <TextField {...form.field('bericht')} label={behandeling.bericht} maxLength={MAX_BERICHT} />
            </NaarSelect>
          </Form>
        )}
      </div>
    </section>
  )
}
