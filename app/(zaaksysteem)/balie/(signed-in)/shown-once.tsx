import { CopyButton } from '#lib/ui/staff/copy-button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'

type ShownOnceTexts = Record<'titel' | 'uitleg' | 'label' | 'kopieer' | 'gekopieerd' | 'kwijt', string>

/** A new secret or token. It is stored encrypted, or only its hash is, and it is never shown again. */
export function ShownOnce({ value, texts }: { value: string; texts: ShownOnceTexts }) {
  const { titel, uitleg, label, kopieer, gekopieerd, kwijt } = texts
  return (
    <Alert type="warning" title={titel}>
      <Paragraph>{uitleg}</Paragraph>
      <dl className="balie-shown-once">
        <dt>{label}</dt>
        <dd>
          <code>{value}</code>
        </dd>
      </dl>
      <CopyButton text={value} label={kopieer} copied={gekopieerd} />
      <Paragraph small>{kwijt}</Paragraph>
    </Alert>
  )
}
