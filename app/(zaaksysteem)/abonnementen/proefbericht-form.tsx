'use client'

import { Form } from '#lib/ui/form/form.tsx'
import type { Option } from '#lib/ui/form/form-field.tsx'
import type { FormAction } from '#lib/ui/form/form-state.ts'
import { Select } from '#lib/ui/form/select.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { CodeBlock } from '#lib/ui/staff/code-block.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { PogingTexts } from '#lib/ui/texts/balie/bezorgingen.ts'

type Resultaat = {
  eventId: string
  httpStatus: number | null
  foutsoort: string | null
  foutdetail: string | null
  duurMs: number
  headers: Record<string, string | string[]>
  body: string | null
  afgekapt: boolean
}

type Shown = {
  texts: { proef: typeof abonnementen.proef; poging: PogingTexts }
  foutOf: (code: string, detail: string | null) => { kort: string; watNu: string }
  taal?: Taal
}

/** Sends a test of a chosen type, and shows what the receiver said to it. */
export function ProefberichtForm({
  abonnementId,
  types,
  action,
  ...shown
}: Shown & { abonnementId: string; types: readonly Option[]; action: FormAction<Resultaat> }) {
  const form = useForm(action)
  const { proef } = shown.texts
  return (
    <Card title={proef.titel}>
      <Paragraph>{proef.uitleg}</Paragraph>
      <Form form={form} hidden={{ abonnementId }} className="staff-line">
        <Select {...form.field('type')} label={proef.soort} options={types} />
        <SubmitButton appearance="secondary" busy={proef.bezig}>
          {proef.knop}
        </SubmitButton>
      </Form>
      <div role="status">{form.answer && <Antwoord {...shown} resultaat={form.answer} />}</div>
    </Card>
  )
}

function Antwoord({
  resultaat: { eventId, httpStatus, foutsoort, foutdetail, duurMs, headers, body, afgekapt },
  texts: { proef, poging },
  foutOf,
  taal = 'nl',
}: Shown & { resultaat: Resultaat }) {
  const duur = formatDuration(duurMs, taal)
  const fout = foutsoort === null ? null : foutOf(foutsoort, foutdetail)
  const lines = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}`))
  return (
    <>
      {fout ? (
        <Alert type="error" title={proef.mislukt(fout.kort, duur)}>
          <Paragraph>{fout.watNu}</Paragraph>
        </Alert>
      ) : (
        <Alert type="ok">{proef.aangekomen(duur)}</Alert>
      )}
      <Paragraph small>{proef.nummer(eventId)}</Paragraph>
      {body !== null && (
        <CodeBlock caption={`${poging.antwoord} ${httpStatus ?? ''}`.trimEnd()}>
          {`${lines.join('\n')}\n\n${body || poging.leegAntwoord}`.trimStart()}
        </CodeBlock>
      )}
      {afgekapt && <Paragraph small>{poging.afgekapt}</Paragraph>}
    </>
  )
}
