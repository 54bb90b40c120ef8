'use client'

import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'active' | 'success' | 'warning' | 'error'

/** A status in words; the colour of the tone adds nothing that the words do not say (WCAG 1.4.1). */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`utrecht-badge-status utrecht-badge-status--${tone}`}>{children}</span>
}
