import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'

/** Asks for confirmation, because mail scanners open every link in a mail. */
export function AskFirst({
  code,
  action,
  texts: t,
}: {
  code: string
  action: (formData: FormData) => Promise<void>
  texts: { titel: string; vraag: string; bezig: string; knop: string }
}) {
  return (
    <PostForm action={action} fields={{ code }}>
      <PageTitle>{t.titel}</PageTitle>
      <Paragraph>{t.vraag}</Paragraph>
      <div className="zb-buttons">
        <SubmitButton busy={t.bezig}>{t.knop}</SubmitButton>
      </div>
    </PostForm>
  )
}
