'use client'

import { useActionState, useEffect, useRef } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { vertrouwelijk } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { setVertrouwelijkAction } from './set-vertrouwelijk-action.ts'
import { INITIAL } from './vertrouwelijk-state.ts'

type Props = { zaakId: string; isVertrouwelijk: boolean; knop: string; backHref: string }

/** Works without JavaScript. */
export function VertrouwelijkForm({ zaakId, isVertrouwelijk, knop, backHref }: Props) {
  const [{ round, entered, error }, set, isPending] = useActionState(setVertrouwelijkAction, INITIAL)
  const ref = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (round > 0) ref.current?.querySelector<HTMLElement>('[role="alert"] a')?.focus()
  }, [round])
  return (
    <form
      ref={ref}
      action={set}
      onSubmit={(event) => isPending && event.preventDefault()}
      aria-busy={isPending}
      noValidate
    >
      <FormErrors title={vertrouwelijk.fout.titel} errors={error ? [{ name: 'reden', text: error }] : []} />
      <input type="hidden" name="zaakId" value={zaakId} />
      <input type="hidden" name="vertrouwelijk" value={isVertrouwelijk ? 'nee' : 'ja'} />
      <TextArea
        key={round}
        name="reden"
        label={vertrouwelijk.reden}
        hint={vertrouwelijk.redenHint}
        rows={3}
        defaultValue={entered}
        error={error}
      />
      <div className="staff-buttons staff-block">
        <Button>{isPending ? vertrouwelijk.bezig : knop}</Button>
        <Link href={backHref}>{vertrouwelijk.annuleren}</Link>
      </div>
    </form>
  )
}
