import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { switchPerson } from '#lib/publieksportaal/sign-in/burger/sign-in-actions.ts'
import { Button, ButtonLink } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'
import { MijnMenu } from '../mijn-menu.tsx'

export const generateMetadata = titled((taal) => namensTexts[taal].kiezen.titel)

/** Asks for confirmation before it signs the citizen out. */
export default async function NamensPage() {
  const { burgerId } = await requireIngelogde()
  const taal = await currentTaal()
  const t = namensTexts[taal].kiezen
  return (
    <>
      <MijnMenu burgerId={burgerId} taal={taal} />
      <Heading level={1}>{t.titel}</Heading>
      <Paragraph>{t.uitleg}</Paragraph>
      <PostForm action={switchPerson} className="zb-buttons">
        <Button>{t.knop}</Button>
        <ButtonLink appearance="subtle" href="/mijn">
          {t.annuleren}
        </ButtonLink>
      </PostForm>
    </>
  )
}
