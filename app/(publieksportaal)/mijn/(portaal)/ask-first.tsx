import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'

/** Where a link in a mail leads: it asks first, because programs that check mails open every link in them. */
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
