'use client'

import { useActionState, useEffect, useRef } from 'react'
import { Button, ButtonLink } from '#lib/ui/form/button.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { ShownOnce } from '../../../shown-once.tsx'
import { INITIAL } from './form-state.ts'
import { rotateGeheimAction } from './rotate-geheim-action.ts'

const { geheim: texts, formulier } = abonnementen

const OVERLAPS = [
  { value: '24', title: texts.overlap24, description: texts.overlap24Uitleg },
  { value: '0', title: texts.overlap0, description: texts.overlap0Uitleg },
]

export function GeheimForm({ abonnementId, backHref }: { abonnementId: string; backHref: string }) {
  const [state, create, isPending] = useActionState(rotateGeheimAction, INITIAL)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (state.kind !== 'initial') heading.current?.focus()
  }, [state])

  return (
    <div className="staff-stack staff-narrow">
      <Heading level={1} ref={heading} tabIndex={-1}>
        {texts.nieuw}
      </Heading>
      {state.kind === 'created' && (
        <>
          <ShownOnce value={state.geheim} texts={abonnementen.geheim} />
          <Paragraph>{state.overlapHours > 0 ? texts.oud24 : texts.oud0}</Paragraph>
        </>
      )}
      {state.kind === 'not_needed' && <Alert>{texts.nietNodig}</Alert>}
      {state.kind === 'initial' ? (
        <form action={create} onSubmit={(event) => isPending && event.preventDefault()} aria-busy={isPending}>
          <Paragraph>{texts.nieuwUitleg}</Paragraph>
          <input type="hidden" name="abonnementId" value={abonnementId} />
          <RadioCards name="overlap" legend={texts.overlap} cards={OVERLAPS} defaultValue="24" />
          <div className="staff-buttons">
            <Button>{isPending ? formulier.bezig : texts.maak}</Button>
            <Link href={backHref}>{formulier.annuleren}</Link>
          </div>
        </form>
      ) : (
        <div>
          <ButtonLink href={backHref}>{texts.naar}</ButtonLink>
        </div>
      )}
    </div>
  )
}
