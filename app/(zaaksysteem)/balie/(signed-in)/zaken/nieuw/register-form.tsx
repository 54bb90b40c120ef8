'use client'

import { Form } from '#lib/ui/form/form.tsx'
import type { Option } from '#lib/ui/form/form-field.tsx'
import type { Entered } from '#lib/ui/form/form-state.ts'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { Select } from '#lib/ui/form/select.tsx'
import { DigitsField, TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { registreren } from '#lib/ui/texts/balie/registreren.ts'
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
  const form = useForm(registerZaakAction, { initial })
  const { field } = form
  return (
    <Form form={form} errorTitle={registreren.fout.titel} className="staff-form balie-register-form staff-narrow">
      <input type="hidden" name="kenmerk" value={field('kenmerk').defaultValue} />
      <Card>
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
      </Card>
      <Card>
        <RadioCards {...field('soort')} legend={registreren.soort} cards={registreren.soorten} />
        <TextField {...field('naam')} label={registreren.naam} autoComplete="off" />
        <div className="balie-bsn">
          <DigitsField {...field('bsn')} label={registreren.bsn} hint={registreren.bsnHint} />
        </div>
        <div className="balie-kvk">
          <DigitsField {...field('kvk')} label={registreren.kvk} hint={registreren.kvkHint} />
          <DigitsField {...field('vestiging')} label={registreren.vestiging} hint={registreren.vestigingHint} />
        </div>
        <TextArea
          {...field('adres')}
          label={registreren.adres}
          hint={registreren.adresHint}
          optional={registreren.hoeftNiet}
          rows={3}
          autoComplete="off"
        />
        <TextField
          {...field('telefoonnummer')}
          type="tel"
          label={registreren.telefoonnummer}
          optional={registreren.hoeftNiet}
          autoComplete="off"
        />
      </Card>
      <Card>
        <Select {...field('team')} label={registreren.team} options={teams} />
        <label className="balie-toggle">
          <input
            type="checkbox"
            name="vertrouwelijk"
            value="ja"
            defaultChecked={field('vertrouwelijk').defaultValue === 'ja'}
            aria-describedby="vertrouwelijk-uitleg"
          />
          {registreren.vertrouwelijk}
        </label>
        <Paragraph soft id="vertrouwelijk-uitleg">
          {registreren.vertrouwelijkHint}
        </Paragraph>
        <Select {...field('behandelaar')} label={registreren.behandelaar} options={behandelaars} />
      </Card>
      <FormButtons label={registreren.knop} busy={registreren.bezig} backHref={backHref} />
    </Form>
  )
}
