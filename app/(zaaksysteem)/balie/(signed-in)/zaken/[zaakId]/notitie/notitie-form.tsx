'use client'

import { useActionState, useEffect, useRef } from 'react'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { addNotitieAction } from './add-notitie-action.ts'
import { INITIAL } from './notitie-state.ts'

const { notitie } = behandeling

/** An internal note at the zaak. Works without JavaScript. */
export function NotitieForm({ zaakId }: { zaakId: string }) {
  const [state, save] = useActionState(addNotitieAction, INITIAL)
  const ref = useRef<HTMLElement>(null)

  useEffect(() => {
    if (state.kind === 'invalid') ref.current?.querySelector<HTMLElement>('[role="alert"] a')?.focus()
  }, [state])

  return (
    <section ref={ref} className="balie-form balie-notitie" aria-labelledby="notitie-titel">
      <Heading level={2} id="notitie-titel">
        {notitie.titel}
      </Heading>
      <StatusMessage text={state.kind === 'saved' && notitie.gelukt} />
      <form action={save}>
        <FormErrors title={balie.fout.titel} errors={state.error ? [{ name: 'notitie', text: state.error }] : []} />
        <input type="hidden" name="zaakId" value={zaakId} />
        <TextArea
          key={state.round}
          name="notitie"
          aria-keyshortcuts="n"
          label={notitie.label}
          hint={notitie.hint}
          rows={3}
          defaultValue={state.entered}
          error={state.error}
        />
        <SubmitButton appearance="secondary" busy={behandeling.bezig}>
          {notitie.knop}
        </SubmitButton>
      </form>
    </section>
  )
}
