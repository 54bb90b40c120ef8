import { decodeJwt, decodeProtectedHeader } from 'jose'
import type { DemoBezorging } from '#lib/demo/demo-feeds.ts'
import { DEMO_ZAAK_ID } from '#lib/demo/demo-zaak.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Code } from './code.tsx'
import { bearer, duur, type Stap } from './stappen.ts'

const BADGES = { wachtend: 'let-op', bezorgd: 'ok', mislukt: 'fout', overgeslagen: 'let-op' } as const

/** One event on its way to one receiver: its steps, and the request as it was sent. */
export function Bericht({
  bezorging,
  stappen,
  toonVerzoek,
}: {
  bezorging: DemoBezorging
  stappen: readonly Stap[]
  toonVerzoek: boolean
}) {
  return (
    <article className="zb-card demo-bericht">
      <header>
        <Heading level={3}>{wijziging(bezorging)}</Heading>
        <Badge soort={BADGES[bezorging.status]}>{bezorging.status}</Badge>
        <p className="zb-soft zb-small">
          Bericht {bezorging.sequence}
          {bezorging.zaakId !== DEMO_ZAAK_ID && <>, een andere zaak</>}
        </p>
      </header>
      <ol className="demo-stappen">
        {stappen.map((stap) => (
          <li key={`${stap.ms} ${stap.tekst}`}>
            <span className="demo-stappen__ms">{duur(stap.ms)}</span>
            <span>
              {stap.tekst}
              {stap.toelichting && <span className="demo-stappen__meer"> {stap.toelichting}</span>}
            </span>
            <Badge soort={stap.uitkomst.soort}>{stap.uitkomst.tekst}</Badge>
          </li>
        ))}
      </ol>
      {bezorging.status === 'wachtend' && (
        <p className="zb-soft zb-small">
          {bezorging.pogingen.length === 0 ? 'Nog niet verstuurd.' : 'Het zaaksysteem probeert het opnieuw.'}
        </p>
      )}
      <Verzoek bezorging={bezorging} open={toonVerzoek} />
    </article>
  )
}

/** Of the last attempt: the body is the same each time, the token is fresh. */
function Verzoek({ bezorging, open }: { bezorging: DemoBezorging; open: boolean }) {
  const poging = bezorging.pogingen.at(-1)
  if (!poging) return null
  const token = bearer(poging.requestHeaders)
  return (
    <details open={open}>
      <summary>
        Bekijk het verzoek
        <span className="zb-hidden"> van bericht {bezorging.sequence}</span>
      </summary>
      <Code titel={`POST ${bezorging.sink}`}>
        {Object.entries(poging.requestHeaders)
          .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
          .join('\n')}
      </Code>
      {token && (
        <Code titel="Het token: kop en inhoud">
          {JSON.stringify({ kop: decodeProtectedHeader(token), inhoud: decodeJwt(token) }, null, 2)}
        </Code>
      )}
      <Code titel="Het bericht">{JSON.stringify(JSON.parse(bezorging.body), null, 2)}</Code>
    </details>
  )
}

function wijziging({ type, body }: DemoBezorging): string {
  const { data } = JSON.parse(body) as { data?: { oudeStatus?: string; nieuweStatus?: string } }
  if (!data?.nieuweStatus) return type
  return data.oudeStatus ? `${leesbaar(data.oudeStatus)} → ${leesbaar(data.nieuweStatus)}` : leesbaar(data.nieuweStatus)
}

function leesbaar(statuscode: string): string {
  return statuscode.replaceAll('_', ' ')
}
