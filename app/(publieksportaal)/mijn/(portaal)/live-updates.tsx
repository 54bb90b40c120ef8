'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { LinkButton } from '#lib/ui/form/button.tsx'
import { classNames } from '#lib/ui/text/class-names.ts'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { type Kept, keepPage } from './keep-page.ts'
import { followLive, type LiveState } from './live-stream.ts'
import type { LiveZaak } from './live-zaak.tsx'
import { LOOK } from './sessie/watch-sessie.ts'

/**
 * Keeps the page current: renders it again on the server when one of its zaken changes, and says so once the new
 * content is there. Focus and scroll stay where they are.
 */
export function LiveUpdates({
  burgerId,
  sessieId,
  vanaf,
  zaken,
  zaakId,
  texts,
}: {
  burgerId: string
  sessieId: string
  /** number of the last live message that the page already shows */
  vanaf: number
  zaken: LiveZaak[]
  /** only this zaak is on the page; absent: all of the burger are */
  zaakId?: string
  texts: Texts['live']['verbinding']
}) {
  const router = useRouter()
  const [state, setState] = useState<Exclude<LiveState, 'ended'>>('connecting')
  const announcement = useAnnouncement(zaken)
  const [kept, setKept] = useState<Kept>('current')
  const since = useMoment(zaken)
  const onMessage = useEffectEvent((changed: string) => {
    if (zaakId === undefined || zaakId === changed) router.refresh()
  })
  const start = useEffectEvent(() =>
    followLive({
      burgerId,
      sessieId,
      vanaf,
      onMessage: (message) => onMessage(message.zaakId),
      onState: (next) => (next === 'ended' ? window.dispatchEvent(new Event(LOOK)) : setState(next)),
      onGap: () => router.refresh(),
    }),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sign-in is another stream; a newer vanaf is not
  useEffect(() => start(), [sessieId])
  useEffect(() => keepPage(setKept), [])
  // What is behind may be so because somebody signed out.
  useEffect(() => {
    if (kept === 'behind') window.dispatchEvent(new Event(LOOK))
  }, [kept])

  return (
    <>
      <p role="status" className="zb-hidden">
        {announcement}
      </p>
      <p role="status" className={classNames('zb-live', `zb-live--${kept === 'current' ? state : 'interrupted'}`)}>
        {kept === 'current' && state !== 'connecting' && texts[state]}
        {kept !== 'current' && texts[kept].replace('{tijd}', since.current)}
        {kept === 'outdated' && (
          <LinkButton type="button" onClick={() => location.reload()}>
            {texts.opnieuw}
          </LinkButton>
        )}
      </p>
    </>
  )
}

/** What to say about the zaken that are newer than at the last rendering. */
function useAnnouncement(zaken: LiveZaak[]): ReactNode {
  const known = useRef(zaken)
  const [announcement, setAnnouncement] = useState<ReactNode>(null)
  useEffect(() => {
    const versies = new Map(known.current.map(({ id, versie }) => [id, versie]))
    const changed = zaken.filter(({ id, versie }) => versie > (versies.get(id) ?? 0))
    known.current = zaken
    if (changed.length > 0) setAnnouncement(changed.map((zaak) => <span key={zaak.id}>{zaak.announcement} </span>))
  }, [zaken])
  return announcement
}

/** When the page got what it shows, as a clock in the Netherlands has it. */
function useMoment(zaken: LiveZaak[]) {
  const moment = useRef('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another rendering on the server is another moment
  useEffect(() => {
    moment.current = new Date().toLocaleTimeString('nl', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Europe/Amsterdam',
    })
  }, [zaken])
  return moment
}
