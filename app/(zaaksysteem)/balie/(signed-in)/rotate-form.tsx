'use client'

import type { ComponentProps } from 'react'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import type { FormAction } from '#lib/ui/form/form-state.ts'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { ShownOnce } from '#lib/ui/staff/shown-once.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'

/**
 * What is new is in the answer to the form, and nowhere else: no page or address can show it again.
 *
 * @property gevolg what becomes of the old one
 * @property isDone nothing is left to be asked for
 */
export type Rotated = { value: string; gevolg: string } | { refused: string; isDone: boolean }

type Texts = ComponentProps<typeof ShownOnce>['texts'] &
  Record<'nieuw' | 'nieuwUitleg' | 'overlap' | 'maak' | 'naar', string>

type Props = {
  action: FormAction<Rotated>
  fields: Record<string, string>
  texts: Texts
  /** for how many hours the old one goes on; the usual ones first */
  overlaps: ComponentProps<typeof RadioCards>['cards']
  backHref: string
}

/** Makes a new secret or token in the place of an old one. */
export function RotateForm({ action, fields, texts, overlaps, backHref }: Props) {
  const form = useForm(action, { initial: { overlap: overlaps[0]?.value ?? '' } })
  const { answer } = form
  const made = answer && 'value' in answer ? answer : undefined
  const refused = answer && 'refused' in answer ? answer : undefined
  return (
    <div className="staff-stack staff-narrow">
      <Heading level={1} {...form.answered}>
        {texts.nieuw}
      </Heading>
      {made && (
        <>
          <ShownOnce value={made.value} texts={texts} />
          <Paragraph>{made.gevolg}</Paragraph>
        </>
      )}
      {refused && <Alert type={refused.isDone ? 'info' : 'error'}>{refused.refused}</Alert>}
      {made || refused?.isDone ? (
        <div>
          <ButtonLink href={backHref}>{texts.naar}</ButtonLink>
        </div>
      ) : (
        <Form form={form} hidden={fields}>
          <Paragraph>{texts.nieuwUitleg}</Paragraph>
          <RadioCards {...form.field('overlap')} legend={texts.overlap} cards={overlaps} />
          <FormButtons label={texts.maak} backHref={backHref} />
        </Form>
      )}
    </div>
  )
}
