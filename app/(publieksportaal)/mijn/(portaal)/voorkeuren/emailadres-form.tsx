'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { TALEN, type Taal } from '#lib/ui/text/taal.ts'
import { voorkeurenTexts } from '#lib/ui/texts/mijn/voorkeuren.ts'
import { setEmailadresAction } from './set-emailadres-action.ts'

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
  const form = useForm(setEmailadresAction, { initial: now })
  const { formulier: t, fout, bezig } = voorkeurenTexts[taal]
  return (
    <Form form={form} hidden={{ burgerId }} errorTitle={fout.titel} id="emailadres">
      <TextField
        {...form.field('adres')}
        type="email"
        label={t.adres}
        hint={t.adresHint}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <RadioCards
        {...form.field('taal')}
        key={now.taal}
        legend={t.taal}
        cards={TALEN.map((value) => ({ value, title: t.talen[value] }))}
      />
      <div className="zb-buttons">
        <SubmitButton busy={bezig}>{t.knop}</SubmitButton>
      </div>
    </Form>
  )
}
