'use client'

import { Form } from '#lib/ui/form/form.tsx'
import type { Option } from '#lib/ui/form/labels.ts'
import { Select } from '#lib/ui/form/select.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { CodeBlock } from '#lib/ui/staff/code-block.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { formatDuration } from '#lib/ui/text/amounts.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { sendProefberichtAction } from './abonnement-actions.ts'
import { foutUitleg, textsOf, type Viewer } from './viewer.ts'

type Resultaat = NonNullable<Awaited<ReturnType<typeof sendProefberichtAction>>['answer']>

/** Sends a proefbericht of a chosen type, and shows the receiver's response. */
export function ProefberichtForm({
  viewer,
  abonnementId,
  types,
}: {
  viewer: Viewer
  abonnementId: string
  types: readonly Option[]
}) {
  const form = useForm(sendProefberichtAction)
  const { proef } = textsOf(viewer)
  return (
    <Card title={proef.titel}>
      <Paragraph>{proef.uitleg}</Paragraph>
      <Form form={form} hidden={{ rol: viewer.rol, abonnementId }} className="staff-line">
        <Select {...form.field('type')} label={proef.soort} options={types} />
        <SubmitButton appearance="secondary" busy={proef.bezig}>
          {proef.knop}
        </SubmitButton>
      </Form>
      <div role="status">{form.answer && <Antwoord viewer={viewer} resultaat={form.answer} />}</div>
    </Card>
  )
}

function Antwoord({
  viewer,
  resultaat: { eventId, httpStatus, foutsoort, foutdetail, duurMs, headers, body, afgekapt },
}: {
  viewer: Viewer
  resultaat: Resultaat
}) {
  const {
    proef,
    bezorging: { detail: texts },
  } = textsOf(viewer)
  const duur = formatDuration(duurMs, viewer.taal)
  const fout = foutsoort === null ? null : foutUitleg(viewer, foutsoort, foutdetail)
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
        <CodeBlock caption={`${texts.antwoord} ${httpStatus ?? ''}`.trimEnd()}>
          {`${lines.join('\n')}\n\n${body || texts.leegAntwoord}`.trimStart()}
        </CodeBlock>
      )}
      {afgekapt && <Paragraph small>{texts.afgekapt}</Paragraph>}
    </>
  )
}
