'use client'

import { type ReactNode, useActionState } from 'react'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import { Select } from '#lib/ui/form/select.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import type { WerkvoorraadList } from '../werkvoorraad-filter.ts'
import { saveWeergaveAction } from './save-weergave-action.ts'
import { INITIAL } from './weergave-state.ts'

const { weergaven } = werkvoorraad

/**
 * The weergaven that there are, and a form that keeps the list that the page shows as one more. It opens to show the
 * answer, also without JavaScript.
 */
export function WeergavenPanel({
  list,
  vraag,
  team,
  children,
}: {
  list: WerkvoorraadList
  vraag: string
  team: string
  children: ReactNode
}) {
  const [state, save] = useActionState(saveWeergaveAction, INITIAL)
  const { errors = [], entered } = state
  return (
    <details className="balie-weergaven" open={state.kind !== 'initial'}>
      <summary>{weergaven.titel}</summary>
      {children}
      <Heading level={2} id="weergave-titel">
        {weergaven.bewaar}
      </Heading>
      <StatusMessage text={state.kind === 'saved' && weergaven.gelukt} />
      <Paragraph soft>{weergaven.uitleg}</Paragraph>
      <form action={save} key={state.round} aria-labelledby="weergave-titel">
        <FormErrors title={weergaven.fout.titel} errors={errors.map((text) => ({ name: 'naam', text }))} />
        <input type="hidden" name="lijst" value={list} />
        <input type="hidden" name="vraag" value={vraag} />
        <div className="balie-weergaven__velden">
          <TextField
            name="naam"
            label={weergaven.naam}
            defaultValue={entered?.naam}
            error={errors.length > 0 ? errors.join(' ') : undefined}
          />
          {team && (
            <Select
              name="voor"
              label={weergaven.voorWie}
              defaultValue={entered?.voor}
              options={[
                { value: '', label: weergaven.voorMij },
                { value: 'team', label: weergaven.voorTeam(team) },
              ]}
            />
          )}
          <SubmitButton appearance="secondary" busy={weergaven.bezig}>
            {weergaven.knop}
          </SubmitButton>
        </div>
      </form>
    </details>
  )
}
