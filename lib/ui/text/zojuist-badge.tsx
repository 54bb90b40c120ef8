'use client'

import { useEffect, useState } from 'react'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { Badge } from './badge.tsx'

const JUST_MS = 15 * MINUTE_MS

/** Says of what is new that it has just changed, for as long as that is so. */
export function ZojuistBadge({
  sinds,
  now,
  texts: t,
}: {
  sinds: Date
  now: Date
  texts: { zojuist: string; nieuw: string }
}) {
  const leftMs = JUST_MS - (now.getTime() - sinds.getTime())
  const [isOver, setIsOver] = useState(leftMs <= 0)
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), leftMs)
    return () => clearTimeout(timer)
  }, [leftMs])
  return <Badge tone="warning">{isOver ? t.nieuw : t.zojuist}</Badge>
}
