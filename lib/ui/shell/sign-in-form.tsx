import type { SignInVisit } from '#lib/platform/sign-in/create-sign-in.ts'
import { Button } from '../form/button.tsx'
import { PostForm } from '../form/post-form.tsx'
import { Alert } from '../text/alert.tsx'
import { Heading, Paragraph } from '../text/heading.tsx'
import type { SignInTexts } from '../texts/inloggen.ts'
import './sign-in.css'

type Persoon = { id: string; naam: string; toelichting?: string | undefined }

/** The form of a sign-in page. @param personen the persons to choose from in the demo */
export function SignInForm({
  visit: { naar, problem, signedOut, switching, isUndone, ways },
  action,
  texts,
  personen,
}: {
  visit: SignInVisit
  /** server action */
  action: (form: FormData) => Promise<void>
  texts: SignInTexts
  personen: readonly Persoon[]
}) {
  return (
    <PostForm action={action} className="zb-inlogvorm">
      <div>
        <Heading level={1}>{texts.titel}</Heading>
        <Paragraph>{texts.intro}</Paragraph>
      </div>
      {(problem !== undefined || isUndone) && (
        <Alert type="warning" role="alert">
          {problem !== undefined && <Paragraph>{problemText(problem, texts)}</Paragraph>}
          {isUndone && <Paragraph>{texts.ongedaan}</Paragraph>}
        </Alert>
      )}
      {signedOut && (
        <Alert type="ok" role="status">
          <Paragraph>{texts.uitgelogd}</Paragraph>
        </Alert>
      )}
      {switching && (
        <Alert role="status">
          <Paragraph>{texts.wissel}</Paragraph>
        </Alert>
      )}
      <input type="hidden" name="naar" value={naar} />
      {(problem !== undefined || switching) && <input type="hidden" name="opnieuw" value="1" />}
      {ways.oidc && <Button>{texts.inloggen}</Button>}
      {ways.demo && (
        <>
          <Alert title={texts.demoTitel}>
            <Paragraph>{texts.demo}</Paragraph>
          </Alert>
          <Persoonskeuze legend={texts.keuze} personen={personen} />
        </>
      )}
    </PostForm>
  )
}

/** One button for each demo person; its value is sent as `persoon`. */
function Persoonskeuze({ legend, personen }: { legend: string; personen: readonly Persoon[] }) {
  return (
    <fieldset className="zb-persoonskeuze">
      <legend>{legend}</legend>
      {personen.map(({ id, naam, toelichting }) => (
        <button key={id} type="submit" name="persoon" value={id} className="zb-choice">
          <strong>{naam}</strong>
          {toelichting && <span className="zb-soft zb-small">{toelichting}</span>}
        </button>
      ))}
    </fieldset>
  )
}

/** `code` is a `fout` of the system itself, or an error code of next-auth. */
function problemText(code: string | string[], texts: SignInTexts): string {
  if (code === 'CredentialsSignin') return texts.nietInLijst
  if (code === 'OAuthCallbackError' || code === 'AccessDenied') return texts.gestopt
  // the code comes from the address, so it can be `constructor`
  const isOwn = typeof code === 'string' && Object.hasOwn(texts.geweigerd, code)
  return (isOwn && texts.geweigerd[code]) || texts.mislukt
}
