'use client'

import { useActionState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { redeliverAction } from './redeliver-action.ts'

export function RedeliverForm({ id, pogingen, isPossible }: { id: string; pogingen: number; isPossible: boolean }) {
  const [state, redeliver, isPending] = useActionState(redeliverAction, {})
  return (
    <>
      <div role="alert">{state.error && <Alert type="warning">{state.error}</Alert>}</div>
      {isPossible && (
        <form action={redeliver} onSubmit={(event) => isPending && event.preventDefault()} aria-busy={isPending}>
          <Paragraph soft>{bezorgingen.detail.opnieuwUitleg}</Paragraph>
          <input type="hidden" name="bezorgingId" value={id} />
          <input type="hidden" name="pogingen" value={pogingen} />
          <Button appearance="secondary">{bezorgingen.detail.opnieuw}</Button>
        </form>
      )}
    </>
  )
}
