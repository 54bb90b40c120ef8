import { decodeJwt, decodeProtectedHeader } from 'jose'
import { useEffect, useState } from 'react'
import type { DemoBezorging, DemoOntvangst } from '#demo/stage/demo-feeds.ts'
import { CopyButton } from '#lib/ui/staff/copy-button.tsx'
import { PlainLink } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { curlOf } from './curl-of.ts'
import { demoTexts } from './demo-texts.ts'
import { getJson } from './get-json.ts'
import { messageSignature } from './message-signature.ts'
import { bearer, type Step } from './steps.ts'

type Poging = DemoBezorging['pogingen'][number]

/**
 * The details of a step: the message, the decoded token, the raw request or response, or the portal's record.
 */
export function StepDetail({
  detail,
  bezorging,
  ontvangst,
  taal,
}: {
  detail: NonNullable<Step['detail']>
  bezorging: DemoBezorging
  ontvangst: DemoOntvangst | undefined
  taal: Taal
}) {
  const { details: t } = demoTexts[taal]
  if (detail.kind === 'bericht') return <Code caption={t.bericht}>{prettyJson(bezorging.body)}</Code>
  if (detail.kind === 'ontvangst') return <Code caption={t.hash}>{ontvangst?.bodySha256 ?? t.leeg}</Code>
  const poging = bezorging.pogingen[detail.poging] as Poging
  if (detail.kind === 'antwoord') {
    const headers = headerLines(poging.responseHeaders ?? {})
    return (
      <Code caption={t.antwoord}>{`HTTP ${poging.httpStatus}\n${headers}\n\n${poging.responseBody || t.leeg}`}</Code>
    )
  }
  if (detail.kind === 'token') return <Signed headers={poging.requestHeaders} sink={bezorging.sink} taal={taal} />
  const { pathname, host } = new URL(bezorging.sink)
  return (
    <>
      <Code caption={t.verzoek}>
        {`POST ${pathname}\nhost: ${host}\n${headerLines(poging.requestHeaders)}\n\n${bezorging.body}`}
      </Code>
      <CopyButton text={curlOf(bezorging, poging)} label={t.curl} copied={t.gekopieerd} />
      <p className="zb-soft zb-small">
        {t.zonderHandtekening}{' '}
        <PlainLink href="/demo/bericht" target="_blank">
          {t.heelBericht}
        </PlainLink>
      </p>
    </>
  )
}

/**
 * A JWT or HTTP message signature in its parts, with the key that verifies it. Other methods are shown as
 * sent.
 */
function Signed({ headers, sink, taal }: { headers: Record<string, string>; sink: string; taal: Taal }) {
  const { details: t } = demoTexts[taal]
  const signature = messageSignature(headers, sink)
  const token = bearer(headers)
  const keyid = signature?.parameters.keyid ?? (token && decodeProtectedHeader(token).kid)
  const key = usePublicKey(keyid as string | undefined)
  const published = <Code caption={t.sleutel}>{key ? JSON.stringify(key, null, 2) : t.geenSleutel}</Code>
  if (signature) {
    return (
      <>
        <Code caption={t.regels}>{signature.base}</Code>
        <Code caption={t.kenmerken}>{JSON.stringify(signature.parameters, null, 2)}</Code>
        {published}
      </>
    )
  }
  if (!token) return <Code caption={t.verzoek}>{headerLines(headers)}</Code>
  return (
    <>
      <Code caption={t.kop}>{JSON.stringify(decodeProtectedHeader(token), null, 2)}</Code>
      <Code caption={t.inhoud}>{JSON.stringify(decodeJwt(token), null, 2)}</Code>
      <Code caption={t.bytes}>{token.slice(0, token.lastIndexOf('.'))}</Code>
      {published}
    </>
  )
}

function usePublicKey(kid: string | undefined): object | undefined {
  const [key, setKey] = useState<object>()
  useEffect(() => {
    let wanted = kid !== undefined
    getJson('/api/zaaksysteem/jwks.json').then(
      (json) => wanted && setKey((json as { keys: { kid: string }[] }).keys.find((one) => one.kid === kid)),
      () => wanted && setKey(undefined),
    )
    return () => {
      wanted = false
    }
  }, [kid])
  return key
}

function headerLines(headers: Record<string, string | string[]>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .join('\n')
}

function prettyJson(text: string): string {
  return JSON.stringify(JSON.parse(text), null, 2)
}

const LINE = /^( *)("[^"]*"|[a-z-]+)(: ?)(.*)/i

/** Headers or pretty-printed JSON, with the names highlighted. */
function Code({ caption, children }: { caption: string; children: string }) {
  return (
    <figure className="zb-code demo-code">
      <figcaption>{caption}</figcaption>
      <pre>
        <code>
          {children.split('\n').map((line, index) => {
            const [, indent, name, separator, value] = LINE.exec(line) ?? []
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines never change order
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
