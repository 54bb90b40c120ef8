import { resolve } from 'node:path'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { startCommands } from '#lib/ontwikkelaars/commands.ts'
import { readReceiver } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { oauthAudience, zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { Aansluiten } from './aansluiten.tsx'
import { Code } from './code.tsx'
import { Prose } from './paginas/prose.tsx'

const [DEMO_BURGER] = DEMO_BURGERS
const COMPANY = { naam: 'Voorbeeld BV', kvkNummer: '12345678' }

export default async function StartPage() {
  const { naamAbonnement } = ontwikkelaarsMenu[await currentTaal()]
  const env = zaaksysteemEnv()
  const token = env.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY
  const commands = startCommands({
    url: env.ZAAKSYSTEEM_URL,
    source: env.ZAAKSYSTEEM_SOURCE,
    origin: env.ZAAKSYSTEEM_ORIGIN,
    token,
    caFile: token && env.ZAAKSYSTEEM_EXTRA_CA_FILE && resolve(env.ZAAKSYSTEEM_EXTRA_CA_FILE),
    naam: naamAbonnement,
    initiator: token && DEMO_BURGER ? { naam: DEMO_BURGER.naam, bsn: DEMO_BURGER.bsn } : COMPANY,
  })
  const receiver = await readReceiver('node')
  return (
    <Prose
      pagina="start"
      values={{ aud: oauthAudience(env) }}
      insets={{
        ...commands,
        token: () => (
          <Alert>
            <Prose pagina={token ? 'start-token-demo' : 'start-token'} />
          </Alert>
        ),
        aansluiten: () => <Aansluiten />,
        ontvanger: (summary) => (
          <details>
            <summary>{summary}</summary>
            <Code caption={receiver.file}>{receiver.text}</Code>
          </details>
        ),
      }}
    />
  )
}
