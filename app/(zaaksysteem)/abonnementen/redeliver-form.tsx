'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import { redeliverAction } from './redeliver-action.ts'

export function RedeliverForm({ id, pogingen, isPossible }: { id: string; pogingen: number; isPossible: boolean }) {
  const form = useForm(redeliverAction)
  return (
    <>
      <div role="alert">{form.answer && <Alert type="warning">{form.answer.refused}</Alert>}</div>
      {isPossible && (
        <Form form={form} hidden={{ bezorgingId: id, pogingen }}>
          <Paragraph soft>{bezorgingen.detail.opnieuwUitleg}</Paragraph>
          <Button appearance="secondary">{bezorgingen.detail.opnieuw}</Button>
        </Form>
      )}
    </>
  )
}
