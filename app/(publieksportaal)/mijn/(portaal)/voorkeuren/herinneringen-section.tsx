import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findHerinneringen } from '#lib/publieksportaal/herinnering/set-herinneringen.ts'
import { CheckboxList } from '#lib/ui/form/choices.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { herinneringTexts } from '#lib/ui/texts/mijn/herinnering.ts'
import { voorkeurenTexts } from '#lib/ui/texts/mijn/voorkeuren.ts'
import { Blok } from './blok.tsx'
import { setHerinneringenAction } from './voorkeuren-actions.ts'

const SOORTEN = ['aanvulling', 'bezwaar'] as const

/** The kinds of last days of which the citizen gets a reminder, in every channel. */
export async function HerinneringenSection({ burgerId, taal }: { burgerId: string; taal: Taal }) {
  const chosen = await findHerinneringen(publieksportaal(), { burgerId })
  const { kies: t } = herinneringTexts[taal]
  const soorten = SOORTEN.filter((soort) => chosen[soort])
  return (
    <Blok id="herinneringen" titel={t.titel} stand={t.stand(soorten)}>
      <Paragraph>{t.uitleg}</Paragraph>
      <PostForm action={setHerinneringenAction} fields={{ burgerId }}>
        <CheckboxList
          name="herinneren"
          legend={t.legend}
          options={SOORTEN.map((value) => ({ value, label: t[value] }))}
          chosen={soorten}
        />
        <SubmitButton appearance="secondary" busy={voorkeurenTexts[taal].bezig}>
          {t.knop}
        </SubmitButton>
      </PostForm>
    </Blok>
  )
}
