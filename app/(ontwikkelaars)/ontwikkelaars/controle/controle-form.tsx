'use client'

import type { Controle } from '#lib/ontwikkelaars/berichtcontrole/check-bericht.ts'
import type { Invoer } from '#lib/ontwikkelaars/berichtcontrole/read-invoer.ts'
import { Form } from '#lib/ui/form/form.tsx'
import type { FormAction, FormState } from '#lib/ui/form/form-state.ts'
import { withAll } from '#lib/ui/form/labels.ts'
import { Select } from '#lib/ui/form/select.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { controle as texts } from '#lib/ui/texts/ontwikkelaars/controle.ts'
import { Uitslag } from './uitslag.tsx'

export function ControleForm({
  action,
  start,
  credentialtypes,
  taal,
}: {
  action: FormAction<Controle>
  /** initial state: an empty form, or one of our messages with its result */
  start: FormState<Controle>
  credentialtypes: readonly string[]
  taal: Taal
}) {
  const t = texts[taal]
  const form = useForm(action, { start })
  const field = (name: keyof Invoer) => ({ ...form.field(name), ...t.velden[name] })
  const optional = { optional: t.magLeeg, spellCheck: false, autoComplete: 'off' }
  const isMoreUsed = ['jwks', 'method', 'moment'].some((name) => form.field(name).defaultValue)
  return (
    <>
      {form.answer && <Uitslag controle={form.answer} taal={taal} answered={form.answered} />}
      <Form form={form} errorTitle={t.fouten.kop} className="dev-form">
        <TextArea {...field('headers')} rows={10} spellCheck={false} />
        <TextArea {...field('body')} rows={6} spellCheck={false} />
        <Select
          {...field('credentialtype')}
          options={withAll(
            t.herken,
            credentialtypes.map((type) => ({ value: type, label: type })),
          )}
        />
        <TextField {...field('sink')} {...optional} />
        <TextField {...field('geheim')} {...optional} type="password" />
        <details open={isMoreUsed}>
          <summary>{t.meer}</summary>
          <TextArea {...field('jwks')} {...optional} />
          <TextField {...field('method')} {...optional} />
          <TextField {...field('moment')} {...optional} />
        </details>
        <SubmitButton busy={t.bezig}>{t.knop}</SubmitButton>
      </Form>
    </>
  )
}
