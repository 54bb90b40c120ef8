'use client'

import { Fragment, useActionState, useEffect, useRef } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import type { Option } from '#lib/ui/form/form-field.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { Select } from '#lib/ui/form/select.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { registreren } from '#lib/ui/texts/balie/registreren.ts'
import type { Entered } from './form-state.ts'
import { registerZaakAction } from './register-zaak-action.ts'

/** Works without JavaScript. */
export function RegisterForm({
  initial,
  zaaktypen,
  teams,
  behandelaars,
  backHref,
}: {
  initial: Entered
  zaaktypen: readonly Option[]
  teams: readonly Option[]
  behandelaars: readonly Option[]
  backHref: string
}) {
  const [state, save, isPending] = useActionState(registerZaakAction, { round: 0, errors: [], entered: initial })
  const ref = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.errors.length > 0) ref.current?.querySelector<HTMLElement>('[role="alert"] a')?.focus()
  }, [state])

  const { entered, errors } = state
  const field = (name: keyof Entered) => ({
    name,
    defaultValue: entered[name],
    error: errors.find((error) => error.name === name)?.text,
  })
  return (
    <form
      ref={ref}
      action={save}
      onSubmit={(event) => isPending && event.preventDefault()}
      className="balie-register-form staff-narrow"
      aria-busy={isPending}
      noValidate
    >
      <FormErrors title={registreren.fout.titel} errors={errors} />
      <Fragment key={state.round}>
        <input type="hidden" name="kenmerk" value={entered.kenmerk} />
        <section className="zb-card">
          <Select {...field('zaaktype')} label={registreren.zaaktype} options={zaaktypen} />
          <TextField
            {...field('omschrijving')}
            label={registreren.omschrijving}
            hint={registreren.omschrijvingHint}
            autoComplete="off"
          />
          <TextField
            {...field('startdatum')}
            type="date"
            label={registreren.startdatum}
            hint={registreren.startdatumHint}
          />
        </section>
        <section className="zb-card">
          <RadioCards {...field('soort')} legend={registreren.soort} cards={registreren.soorten} />
          <TextField {...field('naam')} label={registreren.naam} autoComplete="off" />
          <div className="balie-bsn">
            <TextField
              {...field('bsn')}
              label={registreren.bsn}
              hint={registreren.bsnHint}
              inputMode="numeric"
              autoComplete="off"
            />
          </div>
          <div className="balie-kvk">
            <TextField
              {...field('kvk')}
              label={registreren.kvk}
              hint={registreren.kvkHint}
              inputMode="numeric"
              autoComplete="off"
            />
            <TextField
              {...field('vestiging')}
              label={registreren.vestiging}
              hint={registreren.vestigingHint}
              inputMode="numeric"
              autoComplete="off"
            />
          </div>
        </section>
        <section className="zb-card">
          <Select {...field('team')} label={registreren.team} options={teams} />
          <label className="balie-toggle">
            <input
              type="checkbox"
              name="vertrouwelijk"
              value="ja"
              defaultChecked={entered.vertrouwelijk === 'ja'}
              aria-describedby="vertrouwelijk-uitleg"
            />
            {registreren.vertrouwelijk}
          </label>
          <Paragraph soft id="vertrouwelijk-uitleg">
            {registreren.vertrouwelijkHint}
          </Paragraph>
          <Select {...field('behandelaar')} label={registreren.behandelaar} options={behandelaars} />
        </section>
      </Fragment>
      <div className="staff-buttons">
        <Button>{isPending ? registreren.bezig : registreren.knop}</Button>
        <Link href={backHref}>{registreren.annuleren}</Link>
      </div>
    </form>
  )
}
