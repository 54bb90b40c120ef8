'use client'

import { useCallback, useRef, useState } from 'react'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import { Phone } from './phone.tsx'
import { previewAction } from './preview-action.ts'
import type { ShownZaak } from './shown-zaak.ts'

/** Somebody who types waits for this long. */
const PAUSE_MS = 300

/** What becomes of a zaak; null while what is filled in cannot be saved. */
type Straks = { versie: number; zaak: ShownZaak | null; op: Date }

/** What a form would make of the page of the citizen, by the rules that saving it goes by. @param handeling its act */
export function usePreview(handeling: string) {
  const [straks, setStraks] = useState<Straks>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const show = useCallback(
    (form: HTMLFormElement) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(async () => {
        const fields = new FormData(form)
        fields.set('handeling', handeling)
        const zaak = await previewAction(fields).catch(() => null)
        setStraks({ versie: Number(fields.get('versie')), zaak, op: new Date() })
      }, PAUSE_MS)
    },
    [handeling],
  )
  return { straks, show }
}

/** The citizen's page of this zaak, as it is or as it would become. */
export function Preview({
  zaak,
  straks,
  now,
}: {
  zaak: ShownZaak & { versie: number }
  straks: Straks | undefined
  now: Date
}) {
  const becoming = straks?.versie === zaak.versie ? straks : undefined
  const shown = becoming?.zaak ?? zaak
  return (
    <aside aria-labelledby="voorbeeld">
      <Heading level={2} id="voorbeeld">
        {balie.zaak.voorbeeld}
      </Heading>
      <Phone zaak={shown} progress={voortgang(shown)} now={becoming?.op ?? now} />
      <Paragraph small soft role="status">
        {becoming?.zaak ? balie.zaak.voorbeeldStraks : balie.zaak.voorbeeldNu}
      </Paragraph>
    </aside>
  )
}
