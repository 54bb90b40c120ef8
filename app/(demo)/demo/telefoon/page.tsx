import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { platformEnv } from '#lib/platform/env.ts'
import { type DemoPhone, readDemoPhone } from '#lib/platform/push/demo-phone.ts'
import { writtenMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link, PlainLink } from '#lib/ui/text/link.tsx'
import { LookAgain } from '../look-again.tsx'
import '../demo.css'

export const metadata: Metadata = { title: 'Telefoon van de demo' }

/** The push messages that the portal sent to the demo's phone. */
export default async function DemoTelefoonPage() {
  if (!platformEnv().DEMO) notFound()
  const { pushes = [] } = (await readDemoPhone()) ?? {}
  return (
    <main className="demo demo-ontvangen" id="inhoud">
      <Heading level={1}>Telefoon van de demo</Heading>
      <Paragraph>
        Deze meldingen heeft het publieksportaal echt verstuurd (Web Push), naar een pushdienst die alleen hier draait.
        Die ziet versleutelde bytes. Alleen de telefoon kan ze lezen. Een wijziging aan de balie is na tien seconden een
        melding.
      </Paragraph>
      <Paragraph>
        De telefoon is eerst van mevrouw De Vries. Een ander voegt hem toe bij{' '}
        <Link href="/mijn/voorkeuren">Voorkeuren</Link>, en is dan de enige die er meldingen op krijgt.
      </Paragraph>
      <Paragraph>
        <Link href="/demo/telefoon">Kijk of er een nieuwe melding is</Link> ·{' '}
        <Link href="/demo">Terug naar de demo</Link>
      </Paragraph>
      <LookAgain />
      <section className="demo-telefoon" aria-labelledby="scherm">
        <Heading level={2} look={3} id="scherm">
          Op het scherm
        </Heading>
        <Pushes pushes={pushes} />
      </section>
    </main>
  )
}

function Pushes({ pushes }: { pushes: DemoPhone['pushes'] }) {
  const now = new Date()
  if (pushes.length === 0) {
    return <Paragraph>Er zijn nog geen meldingen. Wijzig de status van een zaak van mevrouw De Vries.</Paragraph>
  }
  return (
    <ul className="zb-list">
      {pushes.map(({ id, titel, tekst, taal, pad, ontvangenOp, bytes }) => (
        <li key={id} className="zb-card">
          <strong>{titel}</strong>
          {/* a full page load: the portal is another system than the demo */}
          <PlainLink href={pad} lang={taal}>
            {tekst}
          </PlainLink>
          <span className="zb-soft">
            {writtenMoment(new Date(ontvangenOp), { now, taal: 'nl' })}. De pushdienst zag {bytes} versleutelde bytes.
          </span>
        </li>
      ))}
    </ul>
  )
}
