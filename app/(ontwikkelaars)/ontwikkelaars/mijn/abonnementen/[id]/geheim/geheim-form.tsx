'use client'

import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { ShownOnce } from '#lib/ui/staff/shown-once.tsx'
import { PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { rotateOwnGeheimAction } from './rotate-own-geheim-action.ts'

export function GeheimForm({ abonnementId, backHref, taal }: { abonnementId: string; backHref: string; taal: Taal }) {
  const form = useForm(rotateOwnGeheimAction, { initial: { overlap: '24' } })
  const { geheim: t, bezig, annuleren } = mijn[taal]
  const { answer } = form
  return (
    <div className="staff-stack staff-narrow">
      <PageTitle {...form.answered}>{t.nieuw}</PageTitle>
      {answer ? (
        <>
          <ShownOnce value={answer.geheim} texts={t} />
          <Paragraph>{answer.overlapHours > 0 ? t.oud24 : t.oud0}</Paragraph>
          <div>
            <ButtonLink href={backHref}>{t.naar}</ButtonLink>
          </div>
        </>
      ) : (
        <Form form={form} hidden={{ abonnementId }}>
          <Paragraph>{t.nieuwUitleg}</Paragraph>
          <RadioCards
            {...form.field('overlap')}
            legend={t.overlap}
            cards={[
              { value: '24', title: t.overlap24, description: t.overlap24Uitleg },
              { value: '0', title: t.overlap0, description: t.overlap0Uitleg },
            ]}
          />
          <div className="staff-buttons">
            <SubmitButton busy={bezig}>{t.maak}</SubmitButton>
            <Link href={backHref}>{annuleren}</Link>
          </div>
        </Form>
      )}
    </div>
  )
}
