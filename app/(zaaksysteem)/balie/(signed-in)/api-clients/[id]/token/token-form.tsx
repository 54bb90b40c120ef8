'use client'

import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { ShownOnce } from '#lib/ui/staff/shown-once.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { rotateTokenAction } from './rotate-token-action.ts'

const { token: texts } = apiClients

const OVERLAPS = [
  { value: '168', title: texts.overlapWeek, description: texts.overlapWeekUitleg },
  { value: '24', title: texts.overlapDag, description: texts.overlapDagUitleg },
  { value: '0', title: texts.overlapGeen, description: texts.overlapGeenUitleg },
]

export function TokenForm({ clientId, backHref }: { clientId: string; backHref: string }) {
  const form = useForm(rotateTokenAction, { initial: { overlap: '168' } })
  const { answer } = form
  return (
    <div className="staff-stack staff-narrow">
      <Heading level={1} {...form.answered}>
        {texts.nieuw}
      </Heading>
      {answer === 'too_many_tokens' && <Alert type="error">{texts.teVeel}</Alert>}
      {answer && answer !== 'too_many_tokens' ? (
        <>
          <ShownOnce value={answer.token} texts={apiClients.token} />
          <Paragraph>{answer.overlapHours > 0 ? texts.oudOverlap : texts.oudDirect}</Paragraph>
          <div>
            <ButtonLink href={backHref}>{texts.naar}</ButtonLink>
          </div>
        </>
      ) : (
        <Form form={form} hidden={{ clientId }}>
          <Paragraph>{texts.nieuwUitleg}</Paragraph>
          <RadioCards {...form.field('overlap')} legend={texts.overlap} cards={OVERLAPS} />
          <FormButtons label={texts.maak} backHref={backHref} />
        </Form>
      )}
    </div>
  )
}
