'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { nieuws as texts } from '#lib/ui/texts/balie.ts'
import type { ZaakStand } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-stand.ts'
import { zaakPath } from '../../../paths.ts'
import { type Ask, watchStand } from './watch-stand.ts'

const GONE = [401, 404]

/**
 * Says that something came in or was changed since the page was made, and shows it when asked to: nothing moves under the hands of
 * who is typing, and each look is in the audittrail. @param shown what is on the page
 */
export function Nieuws({ zaakId, shown }: { zaakId: string; shown: ZaakStand }) {
  const router = useRouter()
  const ref = useRef<HTMLDivElement>(null)
  const [newest, setNewest] = useState(shown)
  const [pressedAt, setPressedAt] = useState<ZaakStand>()
  useEffect(() => watchStand({ page: document, ask: askAbout(zaakId), onStand: setNewest }), [zaakId])

  const news = newsOf({ newest, shown })
  const isBroughtUpToDate = pressedAt !== undefined && pressedAt !== shown && news === undefined
  useEffect(() => {
    // the button that had the focus is gone
    if (isBroughtUpToDate) ref.current?.focus()
  }, [isBroughtUpToDate])

  return (
    <div ref={ref} role="status" tabIndex={-1} className="balie-nieuws">
      {news && (
        <Alert type="warning" title={texts.titel[news]}>
          <p>{texts.uitleg}</p>
          <Button
            appearance="secondary"
            type="button"
            onClick={() => {
              setPressedAt(shown)
              router.refresh()
            }}
          >
            {texts.toon}
          </Button>
        </Alert>
      )}
      {isBroughtUpToDate && <Alert type="ok">{texts.getoond}</Alert>}
    </div>
  )
}

function askAbout(zaakId: string): Ask {
  return async () => {
    const response = await fetch(`${zaakPath(zaakId)}/nieuws`, { cache: 'no-store' }).catch(() => undefined)
    if (response && GONE.includes(response.status)) return 'gone'
    return response?.ok ? response.json().catch(() => undefined) : undefined
  }
}

/** What there is that the page does not show: of the aanvrager, which comes first, or another change. */
export function newsOf({ newest, shown }: { newest: ZaakStand; shown: ZaakStand }): 'aanvrager' | 'zaak' | undefined {
  if (newest.inzendingen > shown.inzendingen) return 'aanvrager'
  return newest.versie > shown.versie || newest.overig > shown.overig ? 'zaak' : undefined
}
