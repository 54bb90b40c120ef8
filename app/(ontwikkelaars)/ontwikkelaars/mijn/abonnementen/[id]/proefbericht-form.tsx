'use client'

import type { ProefberichtResultaat } from '#lib/contract/webhook.ts'
import { Form } from '#lib/ui/form/form.tsx'
import { Select } from '#lib/ui/form/select.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { CodeBlock } from '#lib/ui/staff/code-block.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { foutUitleg } from '../../fout-uitleg.ts'
import { sendOwnProefberichtAction } from './send-own-proefbericht-action.ts'

/** Sends a test of a chosen type, and shows what the sink said to it. */
export function ProefberichtForm({
  abonnementId,
  types,
  taal,
}: {
  abonnementId: string
  types: readonly string[]
  taal: Taal
}) {
  const form = useForm(sendOwnProefberichtAction)
  const { proef } = mijn[taal]
  return (
    <Card title={proef.titel}>
      <Paragraph>{proef.uitleg}</Paragraph>
      <Form form={form} hidden={{ abonnementId }} className="staff-line">
        <Select
          {...form.field('type')}
          label={proef.soort}
          options={types.map((type) => ({ value: type, label: type }))}
        />
        <SubmitButton appearance="secondary" busy={proef.bezig}>
          {proef.knop}
        </SubmitButton>
      </Form>
      <div role="status">{form.answer && <Resultaat resultaat={form.answer} taal={taal} />}</div>
    </Card>
  )
}

function Resultaat({ resultaat, taal }: { resultaat: ProefberichtResultaat; taal: Taal }) {
  const { eventId, httpStatus, foutsoort, foutdetail, duurMs, headers, body, afgekapt } = resultaat
  const { proef, poging } = mijn[taal]
  const duur = formatDuration(duurMs, taal)
  const fout = foutsoort === null ? null : foutUitleg(foutsoort, foutdetail, taal)
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
