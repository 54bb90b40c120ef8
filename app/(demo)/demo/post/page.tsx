import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { platformEnv } from '#lib/platform/env.ts'
import { readDemoMails } from '#lib/platform/mail/demo-mailbox.ts'
import { writtenMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { LookAgain } from '../look-again.tsx'
import '../demo.css'

export const metadata: Metadata = { title: 'Post van de demo' }

/** The mails that the portal sent to the demo's citizens. */
export default async function DemoPostPage() {
  if (!platformEnv().DEMO) notFound()
  const mails = await readDemoMails()
  const now = new Date()
  return (
    <main className="demo demo-ontvangen" id="inhoud">
      <Heading level={1}>Post van de demo</Heading>
      <Paragraph>
        Deze mails heeft het publieksportaal echt verstuurd, naar een mailserver die alleen hier draait. Ze gaan nergens
        anders heen. Een wijziging aan de balie is na tien seconden een mail. Het adres bestaatniet@voorbeeld.example
        weigert alle post.
      </Paragraph>
      <Paragraph>
        <Link href="/demo/post">Kijk of er nieuwe post is</Link> · <Link href="/demo">Terug naar de demo</Link>
      </Paragraph>
      <LookAgain />
      {mails.length === 0 ? (
        <Paragraph>
          Er is nog geen post. Mevrouw De Vries heeft een e-mailadres: wijzig de status van haar zaak. Anderen geven hun
          adres op bij <Link href="/mijn/voorkeuren">Voorkeuren</Link>.
        </Paragraph>
      ) : (
        <ul className="zb-list">
          {mails.map(({ id, onderwerp, aan, ontvangenOp }) => (
            <li key={id} className="zb-card">
              <Link href={`/demo/post/${id}`}>{onderwerp}</Link>
              <span className="zb-soft">
                Aan {aan.join(', ')}, {writtenMoment(new Date(ontvangenOp), { now, taal: 'nl' })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}
