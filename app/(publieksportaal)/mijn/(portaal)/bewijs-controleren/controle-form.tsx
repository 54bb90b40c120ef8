'use client'

import { useState } from 'react'
import type { Controle } from '#lib/publieksportaal/bewijs/handtekening/check-bewijs.ts'
import { Form } from '#lib/ui/form/form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { type UsedForm, useForm } from '#lib/ui/form/use-form.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { plainMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { bewijsControle } from '#lib/ui/texts/mijn/bewijs-controle.ts'
import { checkBewijsAction } from './check-bewijs-action.ts'

/** @param mostBytes of a longer file the server reads nothing, and has no words for it */
export function ControleForm({ taal, gemeente, mostBytes }: { taal: Taal; gemeente: string; mostBytes: number }) {
  const t = bewijsControle[taal]
  const form = useForm(checkBewijsAction)
  const [isTooLarge, setIsTooLarge] = useState(false)
  const bestand = form.field('bestand')
  return (
    <>
      {form.answer && <Uitslag controle={form.answer} taal={taal} gemeente={gemeente} answered={form.answered} />}
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

function Uitslag({
  controle,
  taal,
  gemeente,
  answered,
}: {
  controle: Controle
  taal: Taal
  gemeente: string
  answered: UsedForm['answered']
}) {
  const t = bewijsControle[taal]
  const { titel, uitleg } = controle.ok
    ? { titel: t.echt.titel, uitleg: t.echt.uitleg(gemeente, plainMoment(controle.gemaaktOp, taal)) }
    : t.nietEcht[controle.reason]
  return (
    <section {...answered} aria-label={titel} className="zb-controle__uitslag">
      <Alert type={controle.ok ? 'ok' : 'error'} title={titel}>
        <Paragraph>{uitleg}</Paragraph>
        {controle.ok && (
          <Paragraph>
            <strong className="zb-number">{t.echt.code(controle.code)}</strong> {t.echt.codeUitleg}
          </Paragraph>
        )}
      </Alert>
    </section>
  )
}
