import { CopyButton } from '#lib/ui/staff/copy-button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'

/** A new secret. It is stored encrypted and never shown again. */
export function GeheimShownOnce({ geheim }: { geheim: string }) {
  const { titel, uitleg, label, kopieer, gekopieerd, kwijt } = abonnementen.geheim
  return (
    <Alert type="warning" title={titel}>
      <Paragraph>{uitleg}</Paragraph>
      <dl className="balie-geheim">
        <dt>{label}</dt>
        <dd>
          <code>{geheim}</code>
        </dd>
      </dl>
      <CopyButton text={geheim} label={kopieer} copied={gekopieerd} />
      <Paragraph small>{kwijt}</Paragraph>
    </Alert>
  )
}
