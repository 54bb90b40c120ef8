'use client'

import { Form } from '../../form/form.tsx'
import type { Option } from '../../form/form-field.tsx'
import type { FormAction } from '../../form/form-state.ts'
import { Select } from '../../form/select.tsx'
import { SubmitButton } from '../../form/submit-button.tsx'
import { useForm } from '../../form/use-form.ts'
import { Alert } from '../../text/alert.tsx'
import { Card } from '../../text/card.tsx'
import { formatDuration } from '../../text/duration.ts'
import { Paragraph } from '../../text/heading.tsx'
import type { Taal } from '../../text/taal.ts'
import type { abonnementen } from '../../texts/abonnementen.ts'
import type { PogingTexts } from '../../texts/balie/bezorgingen.ts'
import { CodeBlock } from '../code-block.tsx'

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
