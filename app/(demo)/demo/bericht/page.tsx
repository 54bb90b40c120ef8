import { decodeProtectedHeader } from 'jose'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type DemoBericht, demoBericht } from '#demo/stage/demo-bericht.ts'
import { credentialtype } from '#lib/contract/abonnement-resource.ts'
import { hasSystem, platformEnv } from '#lib/platform/env.ts'
import { TaalForm } from '#lib/ui/shell/taal-form.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { writtenTime } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link, PlainLink } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { CodeFigure } from '../../../(ontwikkelaars)/ontwikkelaars/code-figure.tsx'
import { EMPTY } from '../../../(ontwikkelaars)/ontwikkelaars/controle/check-invoer.ts'
import { ControleForm } from '../../../(ontwikkelaars)/ontwikkelaars/controle/controle-form.tsx'
import { curlOf } from '../curl-of.ts'
import { LookAgain } from '../look-again.tsx'
import { berichtTexts } from './bericht-texts.ts'
import { checkBerichtAction } from './check-action.ts'
import { verifyWithJose } from './verify-with-jose.ts'
import '../../../(ontwikkelaars)/ontwikkelaars/ontwikkelaars.css'
import '../demo.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: berichtTexts[await currentTaal()].titel }
}

/** A whole message of the demo, to verify here and elsewhere. */
export default async function DemoBerichtPage() {
  if (!platformEnv().DEMO || !hasSystem('zaaksysteem')) notFound()
  const taal = await currentTaal()
  const t = berichtTexts[taal]
  const { bericht, volgendeOp, ...receiver } = await loadBericht()
  return (
    <main className="demo demo-ontvangen dev-page" id="inhoud" lang={taal}>
      <header className="zb-line demo-heading">
        <Heading level={1}>{t.titel}</Heading>
        <TaalForm taal={taal} />
      </header>
      <Paragraph>
        {t.intro} <Link href="/demo">{t.terug}</Link>
      </Paragraph>
      {bericht ? (
        <Verifiable bericht={bericht} {...receiver} taal={taal} />
      ) : (
        <div className="zb-card">
          <Paragraph>
            {t.wacht} {volgendeOp ? t.wachtTot(writtenTime(new Date(volgendeOp))) : t.wachtOp}
          </Paragraph>
          <LookAgain />
        </div>
      )}
    </main>
  )
}

type Receiver = Omit<DemoBericht, 'bericht' | 'volgendeOp'>

async function Verifiable({
  bericht: { url, headers, body, aangekomenOp },
  sink,
  source,
  jwksUrl,
  taal,
}: Receiver & { bericht: NonNullable<DemoBericht['bericht']>; taal: Taal }) {
  const t = berichtTexts[taal]
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const request = `POST ${url} HTTP/1.1\n${lines.join('\n')}`
  const token = headers.authorization?.replace('Bearer ', '') ?? ''
  const key = await findKey(jwksUrl, decodeProtectedHeader(token).kid)
  const copy = { kopieer: t.kopieer, gekopieerd: t.gekopieerd }
  return (
    <>
      <CodeFigure caption={t.bericht} {...copy}>{`${request}\n\n${body}`}</CodeFigure>
      <section aria-labelledby="hier">
        <Heading level={2} id="hier">
          {t.hier}
        </Heading>
        <Paragraph>{t.hierUitleg}</Paragraph>
        <Paragraph>{t.aangekomen(aangekomenOp)}</Paragraph>
        <ControleForm
          action={checkBerichtAction}
          start={{ errors: [], entered: { ...EMPTY, headers: request, body, sink } }}
          credentialtypes={credentialtype.options}
          taal={taal}
        />
      </section>
      <section aria-labelledby="elders">
        <Heading level={2} id="elders">
          {t.elders}
        </Heading>
        <Paragraph>
          {t.sleutels} <PlainLink href={jwksUrl}>{jwksUrl}</PlainLink>
        </Paragraph>
        <CodeFigure caption={t.jose} {...copy}>
          {verifyWithJose({ token, body, source, sink, jwksUrl, aangekomenOp })}
        </CodeFigure>
        <Paragraph soft>{t.joseUitleg}</Paragraph>
        <Heading level={3}>{t.tool}</Heading>
        <CodeFigure caption={t.token} {...copy}>
          {token}
        </CodeFigure>
        <CodeFigure caption={t.sleutel} {...copy}>
          {key ? JSON.stringify(key, null, 2) : t.geenSleutel}
        </CodeFigure>
      </section>
      <section aria-labelledby="opnieuw">
        <Heading level={2} id="opnieuw">
          {t.opnieuw}
        </Heading>
        <Paragraph>{t.opnieuwUitleg}</Paragraph>
        <CodeFigure caption="curl" {...copy}>
          {curlOf({ sink, body }, { requestHeaders: headers })}
        </CodeFigure>
      </section>
    </>
  )
}

/** Asks the process that started the demo, through which the messages go. */
async function loadBericht(): Promise<DemoBericht> {
  const response = await fetch(`${platformEnv().REGIE_DEMO_ONLY}/bericht`, { cache: 'no-store' })
  return demoBericht.parse(await response.json())
}

async function findKey(jwksUrl: string, kid: string | undefined): Promise<object | undefined> {
  const response = await fetch(jwksUrl, { cache: 'no-store' })
  const { keys } = (await response.json()) as { keys: { kid: string }[] }
  return keys.find((one) => one.kid === kid)
}
