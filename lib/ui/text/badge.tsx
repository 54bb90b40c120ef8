import type { ReactNode } from 'react'

const CLASSES = {
  neutraal: 'neutral',
  nu: 'active',
  ok: 'success',
  'let-op': 'warning',
  fout: 'error',
} as const

/** The words say it all; the colour only adds. */
export function Badge({ soort = 'neutraal', children }: { soort?: keyof typeof CLASSES; children: ReactNode }) {
  return <span className={`utrecht-badge-status utrecht-badge-status--${CLASSES[soort]}`}>{children}</span>
}
