import { readReceiver } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import {
  downloadReceiver,
  jwksUrlOf,
  LOCAL_SINK,
  PUBLIC_SINK,
  startReceiver,
} from '#lib/ontwikkelaars/snippets/receiver-commands.ts'
import { PROGRAMMEERTALEN, SNIPPETS } from '#lib/ontwikkelaars/snippets/snippets.ts'
import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { PlainLink } from '#lib/ui/text/link.tsx'
import { ontvangers, ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { Code } from '../code.tsx'
import { Prose } from '../paginas/prose.tsx'
import { codePath } from '../paths.ts'

export const generateMetadata = titled((taal) => ontwikkelaarsMenu[taal].paginas.ontvangers)

export default async function OntvangersPage() {
  const taal = await currentTaal()
  const { csharp, download } = ontwikkelaarsMenu[taal]
  const { nodig, onthoudt, ophalen, starten, code } = ontvangers[taal]
  const env = zaaksysteemEnv()
  const { ZAAKSYSTEEM_URL: url, ZAAKSYSTEEM_SOURCE: source, ZAAKSYSTEEM_ORIGIN: origin } = env
  const sink = env.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY ? LOCAL_SINK : PUBLIC_SINK
  const receivers = await Promise.all(
    PROGRAMMEERTALEN.map(async (programmeertaal) => ({
      programmeertaal,
      naam: SNIPPETS[programmeertaal].naam,
      receiver: await readReceiver(programmeertaal),
    })),
  )
  return (
    <Prose
      pagina="ontvangers"
      insets={{
        ontvangers: () =>
          receivers.map(({ programmeertaal, naam, receiver }) => (
            <section key={programmeertaal}>
              <Heading level={3}>{naam}</Heading>
              <Paragraph>
                {nodig[programmeertaal]} {onthoudt[programmeertaal]}
              </Paragraph>
              {programmeertaal === 'csharp' && <Paragraph small>{csharp}</Paragraph>}
              <Code caption={ophalen(naam)}>{downloadReceiver(url, programmeertaal).join('\n')}</Code>
              <Code caption={starten(naam)}>
                {startReceiver({ sink, source, origin, jwksUrl: jwksUrlOf(url), taal: programmeertaal })}
              </Code>
              <details>
                <summary>{code(receiver.file)}</summary>
                <Code caption={receiver.file}>{receiver.text}</Code>
                <Paragraph small>
                  <PlainLink href={codePath(programmeertaal, receiver.file)} download>
                    {download} {receiver.file}
                  </PlainLink>
                </Paragraph>
              </details>
            </section>
          )),
      }}
    />
  )
}
