import type { EmailadresVanBurger } from '#lib/publieksportaal/mail/emailadres/find-emailadres.ts'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { voorkeurenTexts } from '#lib/ui/texts/mijn/voorkeuren.ts'
import { sendLinkAgainAction } from './send-link-again-action.ts'
import { VoorBurger } from './voor-burger.tsx'

/** Whether mail comes through, and what to do when it does not. */
export function EmailadresStatus({
  burgerId,
  known,
  taal,
}: {
  burgerId: string
  known: EmailadresVanBurger | undefined
  taal: Taal
}) {
  const { stand: t, bezig } = voorkeurenTexts[taal]
  if (!known) return <Paragraph>{t.geen}</Paragraph>
  const adres = <strong className="zb-mailadres">{known.adres}</strong>
  if (known.geverifieerdOp && !known.geweigerdOp) {
    return (
      <Alert type="ok">
        <Paragraph>
          {t.bevestigd} {adres}.
        </Paragraph>
      </Alert>
    )
  }
  const { titel, waar, uitleg } = known.geweigerdOp ? t.geweigerd : t.teBevestigen
  return (
    <Alert type="warning" title={titel}>
      <Paragraph>
        {waar} {adres}.
      </Paragraph>
      <ul>
        {uitleg.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <form action={sendLinkAgainAction}>
        <VoorBurger burgerId={burgerId} />
        <SubmitButton appearance="secondary" busy={bezig}>
          {t.opnieuw}
        </SubmitButton>
      </form>
    </Alert>
  )
}
