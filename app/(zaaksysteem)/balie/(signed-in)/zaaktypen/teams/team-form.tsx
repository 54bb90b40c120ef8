'use client'

import { Form } from '#lib/ui/form/form.tsx'
import type { FormAction } from '#lib/ui/form/form-state.ts'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { teamlijst } from '#lib/ui/texts/balie/beheer/teams.ts'
import { TEAMLIJST } from '../../paths.ts'

type Props = {
  action: FormAction
  hidden?: Record<string, string>
  texts: { naam: string; knop: string }
  hint: string
  naam?: string
}

/** The name of a team, new or changed. */
export function TeamForm({ action, hidden = {}, texts, hint, naam = '' }: Props) {
  const form = useForm(action, { initial: { naam } })
  return (
    <Form form={form} hidden={hidden} errorTitle={teamlijst.fout.titel}>
      <TextField {...form.field('naam')} label={texts.naam} hint={hint} autoComplete="off" />
      <FormButtons label={texts.knop} backHref={TEAMLIJST} />
    </Form>
  )
}
