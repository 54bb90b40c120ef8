'use client'

import type { ReactNode } from 'react'
import { RadioCards } from '#lib/ui/form/choices.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { TALEN, type Taal } from '#lib/ui/text/taal.ts'
import { voorkeurenTexts } from '#lib/ui/texts/mijn/voorkeuren.ts'
import { Blok } from './blok.tsx'
import { setEmailadresAction } from './voorkeuren-actions.ts'

/**
 * The section about mail, open while its form has an error. Works without JavaScript.
 *
 * @param now the stored values, or a proposal
 * @param status content above the form
 * @param children content below the form
 */
export function EmailBlok({
  burgerId,
  now,
  stand,
  isOpen,
  status,
  taal,
  children,
}: {
  burgerId: string
  now: { adres: string; taal: Taal }
  stand: string
  isOpen: boolean
  status: ReactNode
  taal: Taal
  children: ReactNode
}) {
  const form = useForm(setEmailadresAction, { initial: now })
  const { mail, formulier: t, fout, bezig } = voorkeurenTexts[taal]
  return (
    <Blok id="e-mailadres" titel={mail} stand={stand} isOpen={isOpen || form.errors.length > 0}>
      {status}
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
      {children}
    </Blok>
  )
}
