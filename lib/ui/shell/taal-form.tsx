import { LinkButton } from '../form/button.tsx'
import { PostForm } from '../form/post-form.tsx'
import { setTaal } from '../text/set-taal.ts'
import type { Taal } from '../text/taal.ts'
import { texts } from '../texts/texts.ts'

/** A button that switches to the other language, labelled in that language. @param taal of the page */
export function TaalForm({ taal }: { taal: Taal }) {
  const other = taal === 'nl' ? 'en' : 'nl'
  return (
    <PostForm action={setTaal}>
      <LinkButton name="taal" value={other} lang={other}>
        {texts(other).taalNaam}
      </LinkButton>
    </PostForm>
  )
}
