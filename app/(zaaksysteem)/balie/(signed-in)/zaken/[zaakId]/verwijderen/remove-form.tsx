'use client'

import { useActionState, useEffect, useRef } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { verwijderen } from '#lib/ui/texts/balie/verwijderen.ts'
import { removeZaakAction } from './remove-zaak-action.ts'

/** Works without JavaScript. */
export function RemoveForm({ zaakId, versie, backHref }: { zaakId: string; versie: number; backHref: string }) {
  const [{ round, chosen, error }, remove, isPending] = useActionState(removeZaakAction, { round: 0 })
  const ref = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (round > 0) ref.current?.querySelector<HTMLElement>('[role="alert"] a')?.focus()
  }, [round])
  return (
    <form
      ref={ref}
      action={remove}
      onSubmit={(event) => isPending && event.preventDefault()}
      aria-busy={isPending}
      noValidate
    >
      <FormErrors title={verwijderen.fout.titel} errors={error ? [{ name: 'grond', text: error }] : []} />
      <input type="hidden" name="zaakId" value={zaakId} />
      <input type="hidden" name="versie" value={versie} />
      <RadioCards
        key={round}
        name="grond"
        legend={verwijderen.grond}
        cards={verwijderen.gronden}
        defaultValue={chosen}
        error={error}
      />
      <div className="staff-buttons staff-block">
        <Button className="staff-danger">{isPending ? verwijderen.bezig : verwijderen.knop}</Button>
        <Link href={backHref}>{verwijderen.annuleren}</Link>
      </div>
    </form>
  )
}
