import { CopyButton } from '#lib/ui/staff/copy-button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'

/** A new token. Only its hash is stored, so it is never shown again. */
export function TokenShownOnce({ token }: { token: string }) {
  const { titel, uitleg, label, kopieer, gekopieerd, kwijt } = apiClients.token
  return (
    <Alert type="warning" title={titel}>
      <Paragraph>{uitleg}</Paragraph>
      <dl className="balie-geheim">
        <dt>{label}</dt>
        <dd>
          <code>{token}</code>
        </dd>
      </dl>
      <CopyButton text={token} label={kopieer} copied={gekopieerd} />
      <Paragraph small>{kwijt}</Paragraph>
    </Alert>
  )
}
