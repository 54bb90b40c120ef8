'use client'

import { useActionState, useEffect, useRef } from 'react'
import type { Invoer } from '#lib/ontwikkelaars/berichtcontrole/read-invoer.ts'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import { Select, withAll } from '#lib/ui/form/select.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { controle as texts } from '#lib/ui/texts/ontwikkelaars/controle.ts'
import { checkAction } from './check-action.ts'
import type { CheckState } from './check-state.ts'
import { Uitslag } from './uitslag.tsx'

export function ControleForm({
  initial,
  credentialtypes,
  taal,
}: {
  initial: CheckState
  credentialtypes: readonly string[]
  taal: Taal
}) {
  const t = texts[taal]
  const [{ invoer, fouten = {}, controle }, check] = useActionState(checkAction, initial)
  const uitslag = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (controle && controle !== initial.controle) uitslag.current?.focus()
  }, [controle, initial])

  const wrong = Object.keys(fouten) as (keyof Invoer)[]
  const errors = wrong.flatMap((name) => {
    const fout = fouten[name]
    return fout ? [{ name, text: `${t.velden[name].label}: ${t.fouten[fout]}` }] : []
  })
  const field = (name: keyof Invoer) => ({
    name,
    ...t.velden[name],
    error: errors.find((each) => each.name === name)?.text,
    defaultValue: invoer[name],
  })
  const optional = { optional: t.magLeeg, spellCheck: false, autoComplete: 'off' }
  const isMoreUsed = [invoer.jwks, invoer.method, invoer.moment].some((text) => text !== '')
  return (
    <>
      {controle && <Uitslag controle={controle} taal={taal} heading={uitslag} />}
      <form action={check} className="dev-form">
        <FormErrors title={t.fouten.kop} errors={errors} />
        <TextArea {...field('headers')} rows={10} spellCheck={false} />
        <TextArea {...field('body')} rows={6} spellCheck={false} />
        <Select
          {...field('credentialtype')}
          // A form that was sent goes back to its first choice, unless the list is a new one.
          key={invoer.credentialtype}
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
      </form>
    </>
  )
}
