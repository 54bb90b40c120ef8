'use client'

import type { ProefberichtResultaat } from '#lib/contract/webhook.ts'
import { Form } from '#lib/ui/form/form.tsx'
import type { Option } from '#lib/ui/form/form-field.tsx'
import { Select } from '#lib/ui/form/select.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { CodeBlock } from '#lib/ui/staff/code-block.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { foutKort, foutWatNu } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import { sendProefberichtAction } from './send-proefbericht-action.ts'

const { proef } = abonnementen

/** Sends a test of a chosen type, and shows what the receiver said to it. */
export function ProefberichtForm({ abonnementId, types }: { abonnementId: string; types: readonly Option[] }) {
  const form = useForm(sendProefberichtAction)
  return (
    <Card title={proef.titel}>
      <Paragraph>{proef.uitleg}</Paragraph>
      <Form form={form} hidden={{ abonnementId }} className="staff-line">
        <Select {...form.field('type')} label={proef.soort} options={types} />
        <SubmitButton appearance="secondary" busy={proef.bezig}>
          {proef.knop}
        </SubmitButton>
      </Form>
      <div role="status">{form.answer && <Resultaat resultaat={form.answer} />}</div>
    </Card>
  )
}

function Resultaat({ resultaat }: { resultaat: ProefberichtResultaat }) {
  const { eventId, httpStatus, foutsoort, foutdetail, duurMs, headers, body, afgekapt } = resultaat
  const duur = formatDuration(duurMs)
  return (
    <>
      {foutsoort ? (
        <Alert type="error" title={proef.mislukt(foutKort(foutsoort), duur)}>
          <Paragraph>{foutWatNu(foutsoort, foutdetail)}</Paragraph>
        </Alert>
      ) : (
        <Alert type="ok">{proef.aangekomen(duur)}</Alert>
      )}
      <Paragraph small>{proef.nummer(eventId)}</Paragraph>
      {body !== null && (
        <CodeBlock caption={`${proef.antwoord} ${httpStatus ?? ''}`.trimEnd()}>{answerText(headers, body)}</CodeBlock>
      )}
      {afgekapt && <Paragraph small>{proef.afgekapt}</Paragraph>}
    </>
  )
}

function answerText(headers: Record<string, string | string[]>, body: string): string {
  const lines = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}`))
  return `${lines.join('\n')}\n\n${body || proef.leeg}`.trimStart()
}
