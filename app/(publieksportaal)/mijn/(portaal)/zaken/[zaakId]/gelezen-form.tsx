import type { Gezien } from '#lib/publieksportaal/zaak/mark-gezien.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { confirmGezienAction } from './gezien-actions.ts'

/** A button for browsers without JavaScript, where `GezienMarker` does not run. */
export function GelezenForm({
  zaakId,
  versie,
  namens,
  texts: t,
}: Pick<Gezien, 'zaakId' | 'versie' | 'namens'> & { texts: Texts['gelezen'] }) {
  return (
    <noscript>
      <PostForm action={confirmGezienAction} fields={{ zaakId, versie }}>
        <Paragraph>{namens === 'persoon' ? t.uitlegNamens : t.uitleg}</Paragraph>
        <Button appearance="secondary">{t.knop}</Button>
      </PostForm>
    </noscript>
  )
}
