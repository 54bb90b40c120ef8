'use client'

import { Fragment, useActionState, useEffect, useRef } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { type Veld, Velden } from '../../velden.tsx'
import { ZAAKTYPEN } from '../paths.ts'
import { storeZaaktypeAction } from './store-zaaktype-action.ts'

type Props = { identificatie: string; versie: number; velden: Veld[] }

/** Texts and terms of a zaaktype. Works without JavaScript. */
export function ZaaktypeForm({ identificatie, versie, velden }: Props) {
  const [{ round, errors, entered }, save, isPending] = useActionState(storeZaaktypeAction, {
    round: 0,
    errors: [],
    entered: {},
  })
  const ref = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (round > 0) ref.current?.querySelector<HTMLElement>('[role="alert"] a')?.focus()
  }, [round])
  return (
    <form ref={ref} action={save} onSubmit={(event) => isPending && event.preventDefault()} aria-busy={isPending}>
      <FormErrors title={texts.fout.titel} errors={errors} />
      <input type="hidden" name="identificatie" value={identificatie} />
      <input type="hidden" name="versie" value={versie} />
      <Fragment key={round}>
        <Velden
          velden={velden}
          entered={entered}
          errorOf={(name) => errors.find((error) => error.name === name)?.text}
        />
      </Fragment>
      <div className="staff-buttons">
        <Button>{isPending ? texts.bezig : texts.knop}</Button>
        <Link href={ZAAKTYPEN}>{texts.annuleren}</Link>
      </div>
    </form>
  )
}
