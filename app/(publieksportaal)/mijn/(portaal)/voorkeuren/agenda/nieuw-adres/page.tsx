import { findAgenda } from '#lib/publieksportaal/agenda/agenda-adres.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph, TextList } from '#lib/ui/text/heading.tsx'
import { agendaTexts } from '#lib/ui/texts/mijn/agenda.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { VOORKEUREN } from '../../paths.ts'
import { renewAgendaAction } from '../agenda-actions.ts'

export const generateMetadata = titled((taal) => agendaTexts[taal].vernieuwen.titel)

/** A confirmation page, because a new address breaks the calendar's current subscription. */
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
        <PostForm action={renewAgendaAction} fields={{ burgerId }}>
          <TextList items={t.gevolgen} />
          <Paragraph>{t.vraag}</Paragraph>
          <div className="zb-buttons">
            <SubmitButton busy={bezig}>{t.knop}</SubmitButton>
            <ButtonLink appearance="subtle" href={`${VOORKEUREN}#agenda`}>
              {t.annuleren}
            </ButtonLink>
          </div>
        </PostForm>
      ) : (
        <>
          <Paragraph>{t.geen}</Paragraph>
          <Paragraph>
            <ButtonLink appearance="secondary" href={`${VOORKEUREN}#agenda`}>
              {t.terug}
            </ButtonLink>
          </Paragraph>
        </>
      )}
    </>
  )
}
