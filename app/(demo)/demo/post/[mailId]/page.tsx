import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { platformEnv } from '#lib/platform/env.ts'
import { readDemoMails } from '#lib/platform/mail/demo-mailbox.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link, PlainLink } from '#lib/ui/text/link.tsx'
import '../../demo.css'

type Props = { params: Promise<{ mailId: string }> }

export const metadata: Metadata = { title: 'Mail van de demo' }

const URLS = /(https?:\/\/\S+)/

/** Shows a mail as HTML and as text. */
export default async function DemoMailPage({ params }: Props) {
  if (!platformEnv().DEMO) notFound()
  const { mailId } = await params
  const mail = (await readDemoMails()).find(({ id }) => id === mailId)
  if (!mail) notFound()
  return (
    <main className="demo demo-ontvangen" id="inhoud">
      <Heading level={1}>{mail.onderwerp}</Heading>
      <Paragraph>
        Aan {mail.aan.join(', ')} · <Link href="/demo/post">Alle post</Link>
      </Paragraph>
      {mail.afmelden && (
        <Paragraph>
          Bij deze mail toont een mailprogramma een eigen knop: <PlainLink href={mail.afmelden}>Afmelden</PlainLink>
        </Paragraph>
      )}
      <div className="demo-post__mail">
        {mail.html && (
          <section aria-labelledby="opgemaakt">
            <Heading level={2} id="opgemaakt">
              Opgemaakt
            </Heading>
            <iframe
              className="demo-screen"
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              src={`/api/publieksportaal/demo/post/${mail.id}`}
              title="De mail, opgemaakt"
            />
          </section>
        )}
        <section aria-labelledby="tekst">
          <Heading level={2} id="tekst">
            Als tekst
          </Heading>
          <div className="demo-post__text zb-card">
            {mail.tekst.split(URLS).map((part, index) =>
              URLS.test(part) ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change order
                <PlainLink key={index} href={part}>
                  {part}
                </PlainLink>
              ) : (
                part
              ),
            )}
          </div>
        </section>
      </div>
    </main>
  )
}
