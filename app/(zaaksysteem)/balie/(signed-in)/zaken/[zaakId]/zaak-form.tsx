'use client'

import { Fragment, type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { type FieldError, FormErrors } from '#lib/ui/form/form-errors.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { Conflict } from './conflict.tsx'
import type { EditableZaak } from './editable-zaak.ts'
import { type Entered, enteredOf, errorsOf, type FormState, INITIAL, type SaveAction } from './form-state.ts'

type Props = {
  action: SaveAction
  zaak: EditableZaak
  /** whether a zaak can be changed like this; when it no longer can, what was typed stays in sight */
  isPossible: (zaak: EditableZaak) => boolean
  /** absent on a page that has it as its heading */
  title?: string
  /** absent where saving leads to another page */
  savedText?: string
  buttonLabel: string
  onInput?: (form: HTMLFormElement, zaak: EditableZaak) => void
  /** the fields, for the zaak as `useSeenZaak` gives it */
  children: (zaak: EditableZaak, entered: Entered, errorOf: (name: string) => string | undefined) => ReactNode
}

/** A form that changes a zaak, with what came of saving. Works without JavaScript. */
export function ZaakForm({ action, zaak, isPossible, title, savedText, buttonLabel, onInput, children }: Props) {
  const [state, save, isPending] = useActionState(action, INITIAL)
  const seen = useSeenZaak(zaak, state, isPossible)
  const ref = useRef<HTMLElement>(null)

  useEffect(() => {
    const focus = (selector: string) => ref.current?.querySelector<HTMLElement>(selector)?.focus()
    if (state.kind === 'invalid') focus('[role="alert"] a')
    if (state.kind === 'conflict') focus('[data-conflict]')
    // the field that had the focus was made new, so the focus fell back to the body
    if (state.kind === 'saved' && document.activeElement === document.body) focus('[role="status"]')
  }, [state])

  const errors = errorsOf(state)
  const entered = enteredOf(state)
  const isOpen = isPossible(seen)
  const isSaved = state.kind === 'saved' && state.versie === zaak.versie
  const isOvertaken = isOpen && !isPending && zaak.versie > seen.versie
  return (
    <section ref={ref} className="balie-form">
      <div role="status" tabIndex={-1}>
        {isSaved && <Alert type="ok">{savedText}</Alert>}
        {isOvertaken && <Alert type="warning">{balie.conflict.ingehaald}</Alert>}
      </div>
      {state.kind === 'conflict' && <Conflict sindsdien={state.sindsdien} isPossible={isOpen} />}
      {!isOpen && entered.toelichting && (
        <>
          <Heading level={3}>{balie.conflict.uwTekst}</Heading>
          <blockquote className="balie-quote">{entered.toelichting}</blockquote>
        </>
      )}
      {isOpen && (
        <form
          action={save}
          onSubmit={(event) => isPending && event.preventDefault()}
          onInput={onInput && ((event) => onInput(event.currentTarget, seen))}
          aria-busy={isPending}
        >
          {title && <Heading level={2}>{title}</Heading>}
          <FormErrors title={balie.fout.titel} errors={errors} />
          <input type="hidden" name="zaakId" value={seen.id} />
          <input type="hidden" name="versie" value={seen.versie} />
          <Fragment key={state.round}>{children(seen, entered, (name) => textOf(errors, name))}</Fragment>
          <Button>{isPending ? balie.wijzigen.bezig : buttonLabel}</Button>
        </form>
      )}
    </section>
  )
}

/** All that is wrong with one field. */
function textOf(errors: readonly FieldError[], name: string): string | undefined {
  const texts = errors.filter((error) => error.name === name).map(({ text }) => text)
  return texts.length > 0 ? texts.join(' ') : undefined
}

/**
 * The zaak as whoever fills in the form knows it. The page refreshes when somebody else changes the zaak, but the form
 * keeps the versie that it began with: its choices do not move while somebody fills it in, and saving then answers with
 * a conflict, which shows what has changed. From there on the form holds the new versie.
 */
function useSeenZaak(zaak: EditableZaak, state: FormState, isPossible: (zaak: EditableZaak) => boolean): EditableZaak {
  // without JavaScript the answer is a new page with the newest zaak, but the form was about the versie that was sent
  const initial = state.kind === 'invalid' ? { ...zaak, versie: state.versie } : zaak
  const [seen, setSeen] = useState(initial)
  const isTold = state.kind !== 'initial' && state.versie >= zaak.versie
  if (zaak.versie > seen.versie && (isTold || !isPossible(seen))) setSeen(zaak)
  return seen
}
