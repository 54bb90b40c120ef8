'use client'

import { useState } from 'react'
import { Card } from '#lib/ui/text/card.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { handelingPath } from '../../paths.ts'
import type { EditableZaak } from './editable-zaak.ts'
import { type Draft, Preview } from './preview.tsx'
import { ReopenForm } from './reopen-form.tsx'
import { StatusForm } from './status-form.tsx'

/** The form, beside a preview of the citizen's page that follows it. */
export function ZaakEditor({
  zaak,
  mayTreat,
  mayReopen,
  now,
  terug,
}: {
  zaak: EditableZaak
  mayTreat: boolean
  mayReopen: boolean
  now: Date
  terug: string | undefined
}) {
  const [draft, setDraft] = useState<Draft>()
  const { isAfgehandeld } = zaak
  return (
    <div className="balie-editor">
      <Card>
        {mayTreat && <StatusForm zaak={zaak} onDraft={setDraft} />}
        {!mayTreat && !isAfgehandeld && <Paragraph>{balie.wijzigen.nietBevoegd}</Paragraph>}
        <ReopenForm zaak={zaak} mayReopen={mayReopen} />
        {isAfgehandeld && !mayReopen && <Paragraph>{balie.heropenen.nietBevoegd}</Paragraph>}
        {mayTreat && zaak.handelingen.length > 0 && (
          <nav aria-labelledby="handelingen" className="balie-handelingen">
            <Heading level={2} id="handelingen">
              {handelingen.titel}
            </Heading>
            <ul>
              {zaak.handelingen.map((pad) => (
                <li key={pad}>
                  <Link
                    href={handelingPath(zaak.id, pad, { terug })}
                    prefetch={false}
                    aria-keyshortcuts={handelingen[pad].toets}
                  >
                    {handelingen[pad].titel}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </Card>
      <Preview zaak={zaak} draft={draft?.versie === zaak.versie ? draft : undefined} now={now} />
    </div>
  )
}
