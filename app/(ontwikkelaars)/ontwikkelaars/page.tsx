import { resolve } from 'node:path'
import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { readReceiver } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import { startCommands } from '#lib/ontwikkelaars/start/start-commands.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { start } from '#lib/ui/texts/ontwikkelaars/start.ts'
import { oauthAudience, zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { Code } from './code.tsx'
import { PATHS } from './paths.ts'

const [DEMO_BURGER] = DEMO_BURGERS
const COMPANY = { naam: 'Voorbeeld BV', kvkNummer: '12345678' }

export default async function StartPage() {
  const taal = await currentTaal()
  const { paginas } = ontwikkelaarsMenu[taal]
  const t = start[taal]
  const env = zaaksysteemEnv()
  const token = env.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY
  const commands = startCommands({
    url: env.ZAAKSYSTEEM_URL,
    source: env.ZAAKSYSTEEM_SOURCE,
    origin: env.ZAAKSYSTEEM_ORIGIN,
    token,
    caFile: token && env.ZAAKSYSTEEM_EXTRA_CA_FILE && resolve(env.ZAAKSYSTEEM_EXTRA_CA_FILE),
    naam: t.naamAbonnement,
    initiator: token && DEMO_BURGER ? { naam: DEMO_BURGER.naam, bsn: DEMO_BURGER.bsn } : COMPANY,
  })
  const receiver = await readReceiver()
  return (
    <div className="dev-page">
      <div>
        <Heading level={1} className="zb-page-title">
          {paginas.start}
        </Heading>
        <Paragraph>{t.intro}</Paragraph>
        <Paragraph>{t.nodig}</Paragraph>
        <Alert>{token ? t.tokenDemo : t.token}</Alert>
        <Paragraph>{t.poorten}</Paragraph>
      </div>
      {Object.entries(t.stappen).map(([stap, { kop, uitleg }]) => (
        <section key={stap}>
          <Heading level={2}>{kop}</Heading>
          <Paragraph>{uitleg}</Paragraph>
          <Code caption={kop}>{commands[stap as keyof typeof t.stappen]}</Code>
          {stap === 'proberen' && (
            <details>
              <summary>{t.code}</summary>
              <Code caption={receiver.file}>{receiver.text}</Code>
            </details>
          )}
        </section>
      ))}
      <section>
        <Heading level={2}>{t.klaar.kop}</Heading>
        <Paragraph>{t.klaar.uitleg}</Paragraph>
      </section>
      <section>
        <Heading level={2}>{t.oauth.kop}</Heading>
        {t.oauth.alineas(oauthAudience(env)).map((alinea) => (
          <Paragraph key={alinea}>{alinea}</Paragraph>
        ))}
      </section>
      <section>
        <Heading level={2}>{t.verder.kop}</Heading>
        <ul>
          {Object.entries(t.verder.links).map(([pagina, text]) => (
            <li key={pagina}>
              <Link href={PATHS[pagina as keyof typeof t.verder.links]}>{text}</Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
