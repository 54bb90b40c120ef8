'use client'

import { Fragment, useActionState, useEffect, useRef } from 'react'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { TALEN, type Taal } from '#lib/ui/text/taal.ts'
import { voorkeurenTexts } from '#lib/ui/texts/mijn/voorkeuren.ts'
import { INITIAL } from './form-state.ts'
import { setEmailadresAction } from './set-emailadres-action.ts'
import { VoorBurger } from './voor-burger.tsx'

/** Works without JavaScript. @param now what is stored, or a proposal */
export function EmailadresForm({
  burgerId,
  now,
  taal,
}: {
  burgerId: string
  now: { adres: string; taal: Taal }
  taal: Taal
}) {
  const [{ errors, entered = now, round }, save] = useActionState(setEmailadresAction, INITIAL)
  const ref = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (errors.length > 0) ref.current?.querySelector<HTMLElement>('[role="alert"] a')?.focus()
  }, [errors])

  const { formulier: t, fout, bezig } = voorkeurenTexts[taal]
  return (
    <form id="emailadres" ref={ref} action={save} noValidate>
      <VoorBurger burgerId={burgerId} />
      <FormErrors title={fout.titel} errors={errors} />
      <Fragment key={round}>
        <TextField
          name="adres"
          type="email"
          label={t.adres}
          hint={t.adresHint}
          defaultValue={entered.adres}
          error={errors[0]?.text}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <RadioCards
          key={entered.taal}
          name="taal"
          legend={t.taal}
          cards={TALEN.map((value) => ({ value, title: t.talen[value] }))}
          defaultValue={entered.taal}
        />
      </Fragment>
      <div className="zb-buttons">
        <SubmitButton busy={bezig}>{t.knop}</SubmitButton>
      </div>
    </form>
  )
}
