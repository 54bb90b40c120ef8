'use client'

import { type ReactNode, useState } from 'react'
import { Form } from '#lib/ui/form/form.tsx'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { type UsedForm, useForm } from '#lib/ui/form/use-form.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import type { Tussentijds } from '#lib/zaaksysteem/zaak/wijziging/find-zaak-at-versie.ts'
import type { Formnaam } from './handeling-fields.ts'
import type { EditableZaak } from './to-editable-zaak.ts'
import { performAction, type ZaakAnswer } from './zaak-actions.ts'

type Props = {
  handeling: Formnaam
  zaak: EditableZaak
  /** true while the act is possible; afterwards the typed text stays visible */
  isPossible: (zaak: EditableZaak) => boolean
  /** absent on a page that has it as its heading */
  title?: string
  /** absent when saving redirects */
  savedText?: string
  buttonLabel: string
  onInput?: (form: HTMLFormElement) => void
  /** the fields, for the zaak that `useSeenZaak` returns */
  children: (zaak: EditableZaak, form: UsedForm) => ReactNode
}

/** A form that changes a zaak, with the result of saving. */
export function ZaakForm({ handeling, zaak, isPossible, title, savedText, buttonLabel, onInput, children }: Props) {
  const form = useForm(performAction)
  const seen = useSeenZaak(zaak, form, isPossible)
  const { answer, entered } = form
  const isOpen = isPossible(seen)
  const isSaved = answer?.kind === 'saved' && answer.versie === zaak.versie
  const isOvertaken = isOpen && !form.isPending && zaak.versie > seen.versie
  return (
    <section className="balie-form">
      <StatusMessage text={isSaved && savedText} of={form.said} />
      <div role="status">{isOvertaken && <Alert type="warning">{balie.conflict.ingehaald}</Alert>}</div>
      {answer?.kind === 'conflict' && (
        <div {...form.answered}>
          <Conflict sindsdien={answer.sindsdien} isPossible={isOpen} />
        </div>
      )}
      {!isOpen && entered?.toelichting && (
        <>
          <Heading level={3}>{balie.conflict.uwTekst}</Heading>
          <blockquote className="balie-quote">{entered.toelichting}</blockquote>
        </>
      )}
      {isOpen && (
        <Form
          form={form}
          hidden={{ handeling, zaakId: seen.id, versie: seen.versie }}
          errorTitle={balie.fout.titel}
          onInput={onInput && ((event) => onInput(event.currentTarget))}
        >
          {title && <Heading level={2}>{title}</Heading>}
          {children(seen, form)}
          <SubmitButton busy={balie.wijzigen.bezig}>{buttonLabel}</SubmitButton>
        </Form>
      )}
    </section>
  )
}

/**
 * Returns the zaak as the form knows it. The page refreshes when somebody else changes the zaak, but the form
 * keeps its versie, so that its options do not change during typing. Saving then answers with a conflict,
 * which shows the changes and moves the form to the new versie.
 */
function useSeenZaak(
  zaak: EditableZaak,
  { entered, answer }: Pick<FormState<ZaakAnswer>, 'entered' | 'answer'>,
  isPossible: (zaak: EditableZaak) => boolean,
): EditableZaak {
  const told = answer?.versie ?? (entered && Number(entered.versie))
  // without JavaScript the answer is a new page with the newest zaak, but the form was about the submitted
  // versie
  const [seen, setSeen] = useState(entered && !answer ? { ...zaak, versie: Number(entered.versie) } : zaak)
  const isTold = told !== undefined && told >= zaak.versie
  if (zaak.versie > seen.versie && (isTold || !isPossible(seen))) setSeen(zaak)
  return seen
}

/** The changes made meanwhile, and whether the typed input can still be saved. */
function Conflict({ sindsdien, isPossible }: { sindsdien: Tussentijds[]; isPossible: boolean }) {
  const { titel, uitleg, door, watNu, nietMeer } = balie.conflict
  return (
    <Alert type="warning" title={titel} role="alert">
      <Paragraph>{uitleg}</Paragraph>
      <ul>
        {sindsdien.map((change) => (
          <li key={change.op.toISOString()}>
            {door(change.doorNaam, shortMoment(change.op))}{' '}
            <strong>
              {wijzigingen[change.soort].verloop ?? change.resultaatOmschrijving ?? change.statustypeOmschrijving}
            </strong>
            {change.toelichting && <blockquote className="balie-quote">{change.toelichting}</blockquote>}
          </li>
        ))}
      </ul>
      <Paragraph>{isPossible ? watNu : nietMeer}</Paragraph>
    </Alert>
  )
}
