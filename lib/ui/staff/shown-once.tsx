import { Alert } from '../text/alert.tsx'
import { Paragraph } from '../text/heading.tsx'
import { CopyButton } from './copy-button.tsx'

type ShownOnceTexts = Record<'titel' | 'uitleg' | 'label' | 'kopieer' | 'gekopieerd' | 'kwijt', string>

/** A new secret or token. It is stored encrypted, or only its hash is, and it is never shown again. */
export function ShownOnce({ value, texts }: { value: string; texts: ShownOnceTexts }) {
  const { titel, uitleg, label, kopieer, gekopieerd, kwijt } = texts
  return (
    <Alert type="warning" title={titel}>
      <Paragraph>{uitleg}</Paragraph>
      <dl className="staff-shown-once">
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
