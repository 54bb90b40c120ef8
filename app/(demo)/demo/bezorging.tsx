import { decodeJwt, decodeProtectedHeader } from 'jose'
import type { DemoBezorging } from '#lib/demo/demo-feeds.ts'
import { DEMO_ZAAK_ID } from '#lib/demo/demo-zaak.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { bearer, formatElapsed, type Step } from './steps.ts'

const LINE = /^( *)("[^"]*"|[a-z-]+)(: ?)(.*)/i

/** Headers or pretty JSON, with the names set apart from the values. */
function Code({ caption, children }: { caption: string; children: string }) {
  return (
    <figure className="demo-code">
      <figcaption className="zb-small">{caption}</figcaption>
      <pre>
        <code>
          {children.split('\n').map((line, index) => {
            const [, indent, name, separator, value] = LINE.exec(line) ?? []
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
              <span key={index}>
                {name ? (
                  <>
                    {indent}
                    <b>{name}</b>
                    {separator}
                    <i>{value}</i>
                  </>
                ) : (
                  line
                )}
                {'\n'}
              </span>
            )
          })}
        </code>
      </pre>
    </figure>
  )
}

const TONES = { wachtend: 'warning', bezorgd: 'success', mislukt: 'error', overgeslagen: 'warning' } as const

/** One event on its way to one receiver: its steps, and the request as it was sent. */
export function Bezorging({
  bezorging,
  steps,
  showRequest,
}: {
  bezorging: DemoBezorging
  steps: readonly Step[]
  showRequest: boolean
}) {
  return (
    <article className="zb-card demo-bezorging">
      <header>
        <Heading level={3}>{changeOf(bezorging)}</Heading>
        <Badge tone={TONES[bezorging.status]}>{bezorging.status}</Badge>
        <p className="zb-soft zb-small">
          Bericht {bezorging.sequence}
          {bezorging.zaakId !== DEMO_ZAAK_ID && <>, een andere zaak</>}
        </p>
      </header>
      <ol className="demo-steps">
        {steps.map((step) => (
          <li key={`${step.ms} ${step.text}`}>
            <span className="demo-steps__ms">{formatElapsed(step.ms)}</span>
            <span>
              {step.text}
              {step.note && <span className="demo-steps__note"> {step.note}</span>}
            </span>
            <Badge tone={step.outcome.tone}>{step.outcome.text}</Badge>
          </li>
        ))}
      </ol>
      {bezorging.status === 'wachtend' && (
        <p className="zb-soft zb-small">
          {bezorging.pogingen.length === 0 ? 'Nog niet verstuurd.' : 'Het zaaksysteem probeert het opnieuw.'}
        </p>
      )}
      <SentRequest bezorging={bezorging} open={showRequest} />
    </article>
  )
}

/** The request of the last attempt: attempts differ only in their token. */
function SentRequest({ bezorging, open }: { bezorging: DemoBezorging; open: boolean }) {
  const poging = bezorging.pogingen.at(-1)
  if (!poging) return null
  const token = bearer(poging.requestHeaders)
  return (
    <details open={open}>
      <summary>
        Bekijk het verzoek
        <span className="zb-hidden"> van bericht {bezorging.sequence}</span>
      </summary>
      <Code caption={`POST ${bezorging.sink}`}>
        {Object.entries(poging.requestHeaders)
          .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
          .join('\n')}
      </Code>
      {token && (
        <Code caption="Het token: kop en inhoud">
          {JSON.stringify({ kop: decodeProtectedHeader(token), inhoud: decodeJwt(token) }, null, 2)}
        </Code>
      )}
      <Code caption="Het bericht">{JSON.stringify(JSON.parse(bezorging.body), null, 2)}</Code>
    </details>
  )
}

function changeOf({ type, body }: DemoBezorging): string {
  const { data } = JSON.parse(body) as { data?: { oudeStatus?: string; nieuweStatus?: string } }
  if (!data?.nieuweStatus) return type
  return data.oudeStatus ? `${readable(data.oudeStatus)} → ${readable(data.nieuweStatus)}` : readable(data.nieuweStatus)
}

function readable(statuscode: string): string {
  return statuscode.replaceAll('_', ' ')
}
