'use client'

import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { ShownOnce } from '#lib/ui/staff/shown-once.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { rotateGeheimAction } from './rotate-geheim-action.ts'

const { geheim: texts } = abonnementen

const OVERLAPS = [
  { value: '24', title: texts.overlap24, description: texts.overlap24Uitleg },
  { value: '0', title: texts.overlap0, description: texts.overlap0Uitleg },
]

export function GeheimForm({ abonnementId, backHref }: { abonnementId: string; backHref: string }) {
  const form = useForm(rotateGeheimAction, { initial: { overlap: '24' } })
  const { answer } = form
  return (
    <div className="staff-stack staff-narrow">
      <Heading level={1} {...form.answered}>
        {texts.nieuw}
      </Heading>
      {answer && answer !== 'not_needed' && (
        <>
          <ShownOnce value={answer.geheim} texts={abonnementen.geheim} />
          <Paragraph>{answer.overlapHours > 0 ? texts.oud24 : texts.oud0}</Paragraph>
        </>
      )}
      {answer === 'not_needed' && <Alert>{texts.nietNodig}</Alert>}
      {answer ? (
        <div>
          <ButtonLink href={backHref}>{texts.naar}</ButtonLink>
        </div>
      ) : (
        <Form form={form} hidden={{ abonnementId }}>
          <Paragraph>{texts.nieuwUitleg}</Paragraph>
          <RadioCards {...form.field('overlap')} legend={texts.overlap} cards={OVERLAPS} />
          <FormButtons label={texts.maak} backHref={backHref} />
        </Form>
      )}
    </div>
  )
}
