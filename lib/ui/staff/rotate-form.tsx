'use client'

import type { ComponentProps } from 'react'
import { ButtonLink } from '../form/button.tsx'
import { RadioCards } from '../form/choices.tsx'
import { Form } from '../form/form.tsx'
import type { FormAction } from '../form/form-state.ts'
import { useForm } from '../form/use-form.ts'
import { Alert } from '../text/alert.tsx'
import { Heading, Paragraph } from '../text/heading.tsx'
import { CopyButton } from './copy-button.tsx'
import { FormButtons } from './form-buttons.tsx'

/** The new secret is only in the response to the form: no page or address can show it again. */
export type Rotated = { value: string; gevolg: string } | { refused: string }

type Texts = ComponentProps<typeof ShownOnce>['texts'] &
  Record<'nieuw' | 'nieuwUitleg' | 'overlap' | 'maak' | 'naar', string>

type Props = {
  action: FormAction<Rotated>
  fields: Record<string, string>
  texts: Texts
  /** the hours that the old secret stays valid; the default comes first */
  overlaps: ComponentProps<typeof RadioCards>['cards']
} & Pick<ComponentProps<typeof FormButtons>, 'backHref' | 'busy' | 'cancel'>

/** The form that replaces a secret or token by a new one, and then shows it. */
export function RotateForm({ action, fields, texts, overlaps, ...buttons }: Props) {
  const form = useForm(action, { initial: { overlap: overlaps[0]?.value ?? '' } })
  const { answer } = form
  return (
    <div className="staff-stack staff-narrow">
      <Heading level={1} {...form.answered}>
        {texts.nieuw}
      </Heading>
      {answer && 'refused' in answer && <Alert type="error">{answer.refused}</Alert>}
      {answer && 'value' in answer ? (
        <>
          <ShownOnce value={answer.value} texts={texts} />
          <Paragraph>{answer.gevolg}</Paragraph>
          <div>
            <ButtonLink href={buttons.backHref}>{texts.naar}</ButtonLink>
          </div>
        </>
      ) : (
        <Form form={form} hidden={fields}>
          <Paragraph>{texts.nieuwUitleg}</Paragraph>
          <RadioCards {...form.field('overlap')} legend={texts.overlap} cards={overlaps} />
          <FormButtons {...buttons} label={texts.maak} />
        </Form>
      )}
    </div>
  )
}

type ShownOnceTexts = Record<'titel' | 'uitleg' | 'label' | 'kopieer' | 'gekopieerd' | 'kwijt', string>

/** Shows a new secret or token, which is stored encrypted or as a hash, and is never shown again. */
export function ShownOnce({ value, texts }: { value: string; texts: ShownOnceTexts }) {
  const { titel, uitleg, label, kopieer, gekopieerd, kwijt } = texts
  return (
    <Alert type="warning" title={titel}>
      <Paragraph>{uitleg}</Paragraph>
      <dl className="staff-shown-once">
        <dt>{label}</dt>
        <dd>
          <code>{value}</code>
        </dd>
      </dl>
      <CopyButton text={value} label={kopieer} copied={gekopieerd} />
      <Paragraph small>{kwijt}</Paragraph>
    </Alert>
  )
}
