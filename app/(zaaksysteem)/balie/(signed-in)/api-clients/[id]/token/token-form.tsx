'use client'

import { useActionState, useEffect, useRef } from 'react'
import { Button, ButtonLink } from '#lib/ui/form/button.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { ShownOnce } from '../../../shown-once.tsx'
import { INITIAL } from './form-state.ts'
import { rotateTokenAction } from './rotate-token-action.ts'

const { token: texts, formulier } = apiClients

const OVERLAPS = [
  { value: '168', title: texts.overlapWeek, description: texts.overlapWeekUitleg },
  { value: '24', title: texts.overlapDag, description: texts.overlapDagUitleg },
  { value: '0', title: texts.overlapGeen, description: texts.overlapGeenUitleg },
]

export function TokenForm({ clientId, backHref }: { clientId: string; backHref: string }) {
  const [state, create, isPending] = useActionState(rotateTokenAction, INITIAL)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (state.kind !== 'initial') heading.current?.focus()
  }, [state])

  return (
    <div className="staff-stack staff-narrow">
      <Heading level={1} ref={heading} tabIndex={-1}>
        {texts.nieuw}
      </Heading>
      {state.kind === 'too_many_tokens' && <Alert type="error">{texts.teVeel}</Alert>}
      {state.kind === 'created' ? (
        <>
          <ShownOnce value={state.token} texts={apiClients.token} />
          <Paragraph>{state.overlapHours > 0 ? texts.oudOverlap : texts.oudDirect}</Paragraph>
          <div>
            <ButtonLink href={backHref}>{texts.naar}</ButtonLink>
          </div>
        </>
      ) : (
        <form action={create} onSubmit={(event) => isPending && event.preventDefault()} aria-busy={isPending}>
          <Paragraph>{texts.nieuwUitleg}</Paragraph>
          <input type="hidden" name="clientId" value={clientId} />
          <RadioCards name="overlap" legend={texts.overlap} cards={OVERLAPS} defaultValue="168" />
          <div className="staff-buttons">
            <Button>{isPending ? formulier.bezig : texts.maak}</Button>
            <Link href={backHref}>{formulier.annuleren}</Link>
          </div>
        </form>
      )}
    </div>
  )
}
