'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { MINUTE_MS } from '#lib/platform/durations.ts'

const JUST_MS = 15 * MINUTE_MS

export type Tone = 'neutral' | 'active' | 'success' | 'warning' | 'error'

/** A status in words; the colour of the tone adds nothing that the words do not say (WCAG 1.4.1). */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`utrecht-badge-status utrecht-badge-status--${tone}`}>{children}</span>
}

/** Says that something changed just now, for JUST_MS and today only; afterwards it says that it is new. */
export function ZojuistBadge({
  sinds,
  isVandaag,
  now,
  texts: t,
}: {
  sinds: Date
  isVandaag: boolean
  now: Date
  texts: { zojuist: string; nieuw: string }
}) {
  const at = sinds.getTime()
  const leftMs = isVandaag ? JUST_MS - (now.getTime() - at) : 0
  const [over, setOver] = useState<number>()
  useEffect(() => {
    const timer = setTimeout(() => setOver(at), leftMs)
    return () => clearTimeout(timer)
  }, [at, leftMs])
  return <Badge tone="warning">{leftMs <= 0 || over === at ? t.nieuw : t.zojuist}</Badge>
}
