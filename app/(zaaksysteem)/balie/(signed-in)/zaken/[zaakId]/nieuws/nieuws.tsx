'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { nieuws as texts } from '#lib/ui/texts/balie.ts'
import type { ZaakStand } from '#lib/zaaksysteem/zaak/detail/find-zaak-stand.ts'
import { zaakPath } from '../../../paths.ts'
import { type Ask, watchStand } from './watch-stand.ts'

const GONE = [401, 404]

/**
 * Announces changes since the page was rendered, and loads them on request. Not automatic, because the page
 * would move while somebody types, and each look is recorded in the audittrail.
 *
 * @param shown state that the page shows
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
    // the focused button is gone
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

/** Tells whether the page lacks news of the aanvrager, which takes precedence, or another change. */
export function newsOf({ newest, shown }: { newest: ZaakStand; shown: ZaakStand }): 'aanvrager' | 'zaak' | undefined {
  if (newest.inzendingen > shown.inzendingen) return 'aanvrager'
  return newest.versie > shown.versie || newest.overig > shown.overig ? 'zaak' : undefined
}
