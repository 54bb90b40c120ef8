'use client'

import { useCallback, useRef, useState } from 'react'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import { Phone } from './phone.tsx'
import type { ShownZaak } from './shown-zaak.ts'
import { previewAction, type Straks } from './zaak-actions.ts'

/** Debounces typing. */
const PAUSE_MS = 300

/** The preview of a zaak; `straks` is null while the input cannot be saved. */
type Becoming = { versie: number; straks: Straks | null; op: Date }

/** Previews the citizen's page for a form, by the same rules as saving it. */
export function usePreview() {
  const [straks, setStraks] = useState<Becoming>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const show = useCallback((form: HTMLFormElement) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(async () => {
      const fields = new FormData(form)
      const becoming = await previewAction(fields).catch(() => null)
      setStraks({ versie: Number(fields.get('versie')), straks: becoming, op: new Date() })
    }, PAUSE_MS)
  }, [])
  return { straks, show }
}

/** The citizen's page of this zaak, at present or after the act. */
export function Preview({
  zaak,
  straks,
  now,
}: {
  zaak: ShownZaak & { versie: number }
  straks: Becoming | undefined
  now: Date
}) {
  const becoming = straks?.versie === zaak.versie ? straks : undefined
  const shown = becoming?.straks?.zaak ?? zaak
  const op = becoming?.op ?? now
  return (
    <aside aria-labelledby="voorbeeld">
      <Heading level={2} id="voorbeeld">
        {balie.zaak.voorbeeld}
      </Heading>
      <Phone zaak={shown} progress={voortgang(shown, dateInAmsterdam(op))} now={op} />
      <Paragraph small soft role="status">
        {becoming?.straks ? balie.zaak.voorbeeldStraks : balie.zaak.voorbeeldNu}
      </Paragraph>
      {becoming?.straks && <Mailvoorbeeld mail={becoming.straks.mail} />}
    </aside>
  )
}

/** The mail that is sent if the aanvrager has an address and wants it. */
function Mailvoorbeeld({ mail }: { mail: Straks['mail'] }) {
  const t = balie.zaak.mailvoorbeeld
  if (!mail) return <Paragraph small>{t.geen}</Paragraph>
  return (
    <details className="balie-mailvoorbeeld">
      <summary>{t.titel}</summary>
      {mail.isNeutraal && <Paragraph small>{t.neutraal}</Paragraph>}
      <Paragraph>
        <strong>{mail.onderwerp}</strong>
      </Paragraph>
      {mail.delen.map((deel) =>
        'heading' in deel ? (
          <Paragraph key={deel.heading}>
            <strong>{deel.heading}</strong>
          </Paragraph>
        ) : (
          <Paragraph key={deel.text}>{deel.text}</Paragraph>
        ),
      )}
    </details>
  )
}
