import { z } from 'zod'
import { CheckboxList } from '#lib/ui/form/choices.tsx'
import { list } from '#lib/ui/form/fields.ts'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Paragraph, TextList } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { voorkeurenTexts } from '#lib/ui/texts/mijn/voorkeuren.ts'

/**
 * The channel of the form. A page has one form per channel, so field names, which are also ids, must differ.
 */
type Name = 'mailen' | 'melden'

/** The kinds of news to send by mail or push; some kinds are always sent. */
export function KindsForm({
  name,
  burgerId,
  voorkeuren: { voortgang, termijnen },
  action,
  texts,
  taal,
}: {
  name: Name
  burgerId: string
  voorkeuren: { voortgang: boolean; termijnen: boolean }
  action: (formData: FormData) => Promise<void>
  texts: { altijd: string; kies: string; knop: string }
  taal: Taal
}) {
  const { waarover: t, bezig } = voorkeurenTexts[taal]
  return (
    <>
      <Paragraph>{texts.altijd}</Paragraph>
      <TextList items={t.altijdOver} />
      <PostForm action={action} fields={{ burgerId }}>
        <CheckboxList
          name={name}
          legend={texts.kies}
          options={[
            { value: 'voortgang', label: t.voortgang },
            { value: 'termijnen', label: t.termijnen },
          ]}
          chosen={[voortgang && 'voortgang', termijnen && 'termijnen'].filter((kind) => kind !== false)}
        />
        <SubmitButton appearance="secondary" busy={bezig}>
          {texts.knop}
        </SubmitButton>
      </PostForm>
    </>
  )
}

/** Reads the kinds from the submitted form. */
export function readKinds(formData: FormData, name: Name): { voortgang: boolean; termijnen: boolean } {
  const { [name]: chosen = [] } = readHidden(z.object({ [name]: list(z.array(z.string())) }), formData)
  return { voortgang: chosen.includes('voortgang'), termijnen: chosen.includes('termijnen') }
}
