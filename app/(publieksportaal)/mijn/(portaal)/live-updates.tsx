'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { StandMessage } from '#lib/contract/live-message.ts'
import { LinkButton } from '#lib/ui/form/button.tsx'
import { classNames } from '#lib/ui/text/class-names.ts'
import { PlainLink } from '#lib/ui/text/link.tsx'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { type Kept, keepPage } from './keep-page.ts'
import { KeepPlace } from './keep-place.tsx'
import { followLive, type LiveState } from './live-stream.ts'
import type { LiveZaak } from './live-zaak.tsx'
import { LOOK } from './sessie/watch-sessie.ts'

/** The moment up to which the page is current, as the server rendered it. */
type ShownStand = StandMessage & {
  /** `op` in words */
  moment: string | null
  /**
   * true when part of the content is still being fetched, so that a heartbeat proves nothing about this page
   */
  isOnderweg: boolean
}

/**
 * Keeps the page current: refreshes it when one of its zaken changes and announces that once the new content
 * is shown. Shows how current the page is. Scroll position and focus are kept.
 */
export function LiveUpdates({
  burgerId,
  sessieId,
  vanaf,
  stand,
  zaken,
  zaakId,
  texts: t,
}: {
  burgerId: string
  sessieId: string
  /** number of the last live message that the page already shows */
  vanaf: number
  stand: ShownStand
  zaken: LiveZaak[]
  /** limits the page to this zaak; absent: all zaken of the burger */
  zaakId?: string
  texts: Texts['live']['verbinding']
}) {
  const router = useRouter()
  const [state, setState] = useState<Exclude<LiveState, 'ended'>>('connecting')
  const [kept, setKept] = useState<Kept>('current')
  const keeping = useRef<ReturnType<typeof keepPage>>(undefined)
  const [beat, setBeat] = useState<{ of: ShownStand; stand: StandMessage }>()
  const { announcement, above } = useNieuws(zaken)
  const onMessage = useEffectEvent((changed: string) => {
    if (zaakId === undefined || zaakId === changed) keeping.current?.refresh()
  })
  const onStand = useEffectEvent((told: StandMessage) => setBeat({ of: stand, stand: told }))
  const start = useEffectEvent(() =>
    followLive({
      burgerId,
      sessieId,
      vanaf,
      onMessage: (message) => onMessage(message.zaakId),
      onState: (next) => (next === 'ended' ? window.dispatchEvent(new Event(LOOK)) : setState(next)),
      onStand: (told) => onStand(told),
      onGap: () => keeping.current?.refresh(),
    }),
  )
  useEffect(() => {
    const page = keepPage({
      onKept: setKept,
      refresh: () =>
        // In one transition, so that the page calls itself current together with the new content.
        startTransition(() => {
          router.refresh()
          setKept('current')
        }),
    })
    keeping.current = page
    return page.stop
  }, [router])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new sessieId needs a new stream
  useEffect(() => start(), [sessieId])
  // A failed refresh may mean that the session ended.
  useEffect(() => {
    if (kept === 'behind') window.dispatchEvent(new Event(LOOK))
  }, [kept])

  // Ignores a heartbeat from before this render, or while newer content is missing.
  const told = kept === 'current' && !stand.isOnderweg && beat?.of === stand ? beat.stand : undefined
  const isCurrent = kept === 'current' && state === 'open' && !(told ?? stand).isLate
  const time = told?.op && timeToday(told.op)
  const moment = time ? t.vandaag.replace('{tijd}', time) : stand.moment
  return (
    <KeepPlace>
      <p role="status" className="zb-hidden">
        {announcement}
      </p>
      <div
        className={classNames('zb-live', state !== 'connecting' && `zb-live--${isCurrent ? 'open' : 'interrupted'}`)}
      >
        <p role="status">
          {kept !== 'current' && t[kept]}
          {kept === 'current' && state === 'open' && t[isCurrent ? 'open' : 'onzeker']}
          {kept === 'current' && state === 'interrupted' && t.interrupted}
          {kept === 'outdated' && (
            <LinkButton type="button" onClick={() => location.reload()}>
              {t.opnieuw}
            </LinkButton>
          )}
        </p>
        {moment && <p>{t.stand.replace('{moment}', moment)}</p>}
      </div>
      {above && (
        <p className="zb-nieuws">
          <PlainLink href={`#${above.id}`}>{t.nieuws}</PlainLink>
        </p>
      )}
    </KeepPlace>
  )
}

const IN_NL = { timeZone: 'Europe/Amsterdam' }

/** The time in the Netherlands; `undefined` for another day, which is older than the rendered moment. */
function timeToday(op: string): string | undefined {
  const [moment, now] = [new Date(op), new Date()]
  if (moment.toLocaleDateString('nl', IN_NL) !== now.toLocaleDateString('nl', IN_NL)) return undefined
  return moment.toLocaleTimeString('nl', { ...IN_NL, hour: '2-digit', minute: '2-digit' })
}

/**
 * Returns the announcement for zaken that are newer than at the last render. Also returns the page heading
 * while it is scrolled out of view and something new appeared below it.
 */
function useNieuws(zaken: LiveZaak[]): { announcement: ReactNode; above: HTMLElement | null } {
  const known = useRef(zaken)
  const [announcement, setAnnouncement] = useState<ReactNode>(null)
  const [above, setAbove] = useState<HTMLElement | null>(null)
  useEffect(() => {
    const versies = new Map(known.current.map(({ id, versie }) => [id, versie]))
    const changed = zaken.filter(({ id, versie }) => versie > (versies.get(id) ?? 0))
    known.current = zaken
    if (changed.length === 0) return
    setAnnouncement(changed.map((zaak) => <span key={zaak.id}>{zaak.announcement} </span>))
    const heading = document.querySelector<HTMLElement>('main h1')
    if (!heading || heading.getBoundingClientRect().bottom >= 0) return
    // a link targets the heading and moves the focus there
    setAbove(Object.assign(heading, { id: 'kop', tabIndex: -1 }))
  }, [zaken])
  useEffect(() => {
    if (!above) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setAbove(null))
    observer.observe(above)
    return () => observer.disconnect()
  }, [above])
  return { announcement, above }
}
