import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { isAdresGeweigerd } from '#lib/publieksportaal/mail/emailadres/find-emailadres.ts'
import { isGemachtigdeVanPersoon, type SignedInBurger } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { VOORKEUREN } from './voorkeuren/paths.ts'

/** Tells the citizen that mail does not arrive; a gemachtigde, who cannot change the address, reads nothing. */
export async function MailGeweigerd({ burger, taal }: { burger: SignedInBurger; taal: Taal }) {
  if (isGemachtigdeVanPersoon(burger) || !(await isAdresGeweigerd(publieksportaal(), burger))) return null
  const { titel, uitleg, naarVoorkeuren } = texts(taal).zaken.mailGeweigerd
  return (
    <Alert type="warning" title={titel}>
      <Paragraph>
        {uitleg} <Link href={VOORKEUREN}>{naarVoorkeuren}</Link>
      </Paragraph>
    </Alert>
  )
}
