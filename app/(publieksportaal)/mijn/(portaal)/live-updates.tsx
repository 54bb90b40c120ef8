'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { classNames } from '#lib/ui/text/class-names.ts'
import { Link } from '#lib/ui/text/link.tsx'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { followLive, type LiveState } from './live-stream.ts'
import type { LiveZaak } from './live-zaak.ts'

/**
 * Keeps the page current: renders it again on the server when one of its zaken changes, and says so once the new
 * content is there. Focus and scroll stay where they are.
 */
export function LiveUpdates({
  burgerId,
  vanaf,
  zaken,
  zaakId,
  teksten,
}: {
  burgerId: string
  /** number of the last live message that the page already shows */
  vanaf: number
  zaken: LiveZaak[]
  /** only this zaak is on the page; absent: all of the burger are */
  zaakId?: string
  teksten: Texts['live']['teksten']
}) {
  const router = useRouter()
  const path = usePathname()
  const [state, setState] = useState<LiveState>('verbinden')
  const melding = useMelding(zaken)
  const onMessage = useEffectEvent((changed: string) => {
    if (zaakId === undefined || zaakId === changed) router.refresh()
  })
  const start = useEffectEvent(() =>
    followLive({
      burgerId,
      vanaf,
      onMessage: (message) => onMessage(message.zaakId),
      onState: setState,
      onGap: () => router.refresh(),
    }),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another burger is another stream; a newer vanaf is not
  useEffect(() => start(), [burgerId])

  return (
    <>
      <p className={classNames('zb-live', `zb-live--${state}`)}>
        {state !== 'verbinden' && teksten[state]}{' '}
        {state === 'beeindigd' && (
          <Link href={`/mijn/inloggen?${new URLSearchParams({ naar: path })}`}>{teksten.opnieuwInloggen}</Link>
        )}
      </p>
      <p role="status" className="zb-hidden">
        {state === 'beeindigd' ? teksten.beeindigd : melding}
      </p>
    </>
  )
}

/** What to say about the zaken that are newer than at the last rendering. */
function useMelding(zaken: LiveZaak[]): string {
  const known = useRef(zaken)
  const [melding, setMelding] = useState('')
  useEffect(() => {
    const versies = new Map(known.current.map(({ id, versie }) => [id, versie]))
    const changed = zaken.filter(({ id, versie }) => versie > (versies.get(id) ?? 0))
    known.current = zaken
    if (changed.length > 0) setMelding(changed.map((zaak) => zaak.melding).join(' '))
  }, [zaken])
  return melding
}
