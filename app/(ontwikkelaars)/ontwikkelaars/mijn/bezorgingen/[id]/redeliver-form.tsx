'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { redeliverOwnAction } from './redeliver-own-action.ts'

export function RedeliverForm({
  id,
  pogingen,
  isPossible,
  taal,
}: {
  id: string
  pogingen: number
  isPossible: boolean
  taal: Taal
}) {
  const form = useForm(redeliverOwnAction)
  const { opnieuw, opnieuwUitleg } = mijn[taal].bezorging
  return (
    <>
      <div role="alert">{form.answer && <Alert type="warning">{form.answer.refused}</Alert>}</div>
      {isPossible && (
        <Form form={form} hidden={{ bezorgingId: id, pogingen }}>
          <Paragraph soft>{opnieuwUitleg}</Paragraph>
          <Button appearance="secondary">{opnieuw}</Button>
        </Form>
      )}
    </>
  )
}
