import type { Metadata } from 'next'
import { findAgenda } from '#lib/publieksportaal/agenda/find-agenda.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { agendaTexts } from '#lib/ui/texts/mijn/agenda.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { VOORKEUREN } from '../../paths.ts'
import { VoorBurger } from '../../voor-burger.tsx'
import { renewAgendaAction } from './renew-agenda-action.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: agendaTexts[await currentTaal()].vernieuwen.titel }
}

/** A page of its own, which says what stops, so that nobody's calendar stops by one wrong press. */
export default async function NieuwAgendaAdresPage() {
  const { burgerId } = await requireBurger()
  const taal = await currentTaal()
  const { vernieuwen: t, bezig } = agendaTexts[taal]
  const { kruimelpad, titel: mijnZaken, voorkeuren } = texts(taal)
  const known = await findAgenda(publieksportaal(), { burgerId })
  return (
    <>
      <Breadcrumb
        label={kruimelpad}
        items={[
          { href: '/mijn', text: mijnZaken },
          { href: VOORKEUREN, text: voorkeuren },
        ]}
      />
      <Heading level={1}>{t.titel}</Heading>
      {known ? (
        <PostForm action={renewAgendaAction}>
          <VoorBurger burgerId={burgerId} />
          <ul>
            {t.gevolgen.map((gevolg) => (
              <li key={gevolg}>{gevolg}</li>
            ))}
          </ul>
          <Paragraph>{t.vraag}</Paragraph>
          <div className="zb-buttons">
            <SubmitButton busy={bezig}>{t.knop}</SubmitButton>
            <ButtonLink appearance="subtle" href={VOORKEUREN}>
              {t.annuleren}
            </ButtonLink>
          </div>
        </PostForm>
      ) : (
        <>
          <Paragraph>{t.geen}</Paragraph>
          <Paragraph>
            <ButtonLink appearance="secondary" href={VOORKEUREN}>
              {t.terug}
            </ButtonLink>
          </Paragraph>
        </>
      )}
    </>
  )
}
