'use client'

import { RadioCards } from '#lib/ui/form/choices.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import type { Entered } from '#lib/ui/form/form-state.ts'
import type { Option } from '#lib/ui/form/labels.ts'
import { Select } from '#lib/ui/form/select.tsx'
import { DigitsField, TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { registreren } from '#lib/ui/texts/balie/zaak.ts'
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
        <Select {...field('zaaktype', registreren)} options={zaaktypen} />
        <TextField {...field('omschrijving', registreren)} autoComplete="off" />
        <TextField {...field('startdatum', registreren)} type="date" />
      </Card>
      <Card>
        <RadioCards {...field('soort')} legend={registreren.soort} cards={registreren.soorten} />
        <TextField {...field('naam', registreren)} autoComplete="off" />
        <div className="balie-bsn">
          <DigitsField {...field('bsn', registreren)} />
        </div>
        <div className="balie-kvk">
          <DigitsField {...field('kvk', registreren)} />
          <DigitsField {...field('vestiging', registreren)} />
        </div>
        <TextArea {...field('adres', registreren)} optional={registreren.hoeftNiet} rows={3} autoComplete="off" />
        <TextField
          {...field('telefoonnummer', registreren)}
          type="tel"
          optional={registreren.hoeftNiet}
          autoComplete="off"
        />
      </Card>
      <Card>
        <Select {...field('team', registreren)} options={teams} />
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
        <Select {...field('behandelaar', registreren)} options={behandelaars} />
      </Card>
      <FormButtons label={registreren.knop} busy={registreren.bezig} backHref={backHref} />
    </Form>
  )
}
