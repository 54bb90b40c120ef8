import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { signaleringen } from '#lib/ui/texts/balie/signaleringen.ts'
import type { Mailvoorkeur } from '#lib/zaaksysteem/signalering/mailvoorkeur.ts'
import { setMailvoorkeurAction } from './set-mailvoorkeur-action.ts'

const { mail: texts } = signaleringen

export function MailvoorkeurForm({ voorkeur }: { voorkeur: Mailvoorkeur }) {
  return (
    <section className="staff-narrow staff-block" aria-labelledby="mailvoorkeur">
      <Heading level={2} id="mailvoorkeur">
        {texts.titel}
      </Heading>
      {voorkeur.mogelijk ? (
        <form action={setMailvoorkeurAction}>
          <label className="balie-toggle">
            <input type="checkbox" name="mailen" defaultChecked={voorkeur.aan} aria-describedby="mailvoorkeur-uitleg" />
            {texts.label}
          </label>
          <Paragraph soft id="mailvoorkeur-uitleg">
            {texts.uitleg(voorkeur.email)}
          </Paragraph>
          <SubmitButton appearance="secondary" busy={texts.bezig}>
            {texts.knop}
          </SubmitButton>
        </form>
      ) : (
        <Paragraph soft>{texts[voorkeur.reden]}</Paragraph>
      )}
    </section>
  )
}
