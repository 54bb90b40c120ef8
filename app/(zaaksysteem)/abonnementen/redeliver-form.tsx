'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { redeliverAction } from './abonnement-actions.ts'
import { textsOf, type Viewer } from './viewer.ts'

type Props = { viewer: Viewer; id: string; pogingen: number; isPossible: boolean }

export function RedeliverForm({ viewer, id, pogingen, isPossible }: Props) {
  const form = useForm(redeliverAction)
  const { opnieuw, opnieuwUitleg } = textsOf(viewer).bezorging.detail
  return (
    <>
      <div role="alert">{form.answer && <Alert type="warning">{form.answer.refused}</Alert>}</div>
      {isPossible && (
        <Form form={form} hidden={{ rol: viewer.rol, bezorgingId: id, pogingen }}>
          <Paragraph soft>{opnieuwUitleg}</Paragraph>
          <Button appearance="secondary">{opnieuw}</Button>
        </Form>
      )}
    </>
  )
}
