'use client'

import { useState } from 'react'
import { Form } from '#lib/ui/form/form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { bewijsControle } from '#lib/ui/texts/mijn/bewijs-controle.ts'
import { checkBewijsAction } from './check-bewijs-action.ts'
import { Uitslag } from './uitslag.tsx'

/**
 * @param mostBytes upper limit of the file; the server reads nothing of a larger request and cannot explain
 */
export function ControleForm({ taal, gemeente, mostBytes }: { taal: Taal; gemeente: string; mostBytes: number }) {
  const t = bewijsControle[taal]
  const form = useForm(checkBewijsAction)
  const [isTooLarge, setIsTooLarge] = useState(false)
  const bestand = form.field('bestand')
  return (
    <>
      {form.answer && <Uitslag {...form.answer} taal={taal} gemeente={gemeente} answered={form.answered} />}
      <Form form={form}>
        <TextField
          {...bestand}
          error={isTooLarge ? t.teGroot : bestand.error}
          type="file"
          accept="application/json,application/pdf,.json,.pdf"
          label={t.bestand}
          hint={t.bestandHint}
          onChange={({ target }) => {
            const size = target.files?.[0]?.size ?? 0
            setIsTooLarge(size > mostBytes)
            if (size > mostBytes) target.value = ''
          }}
        />
        <details className="zb-controle__meer">
          <summary>{t.plakken}</summary>
          <TextArea {...form.field('tekst')} label={t.tekst} rows={6} spellCheck={false} autoComplete="off" />
        </details>
        <SubmitButton busy={t.bezig}>{t.knop}</SubmitButton>
      </Form>
    </>
  )
}
