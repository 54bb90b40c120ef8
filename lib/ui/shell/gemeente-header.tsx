import type { ReactNode } from 'react'
import { Link } from '#lib/ui/text/link.tsx'

/** The link to the home page in a header. */
export function GemeenteNaam({ gemeente }: { gemeente: string }) {
  return (
    <>
      <GemeenteMark />
      <span className="zb-gemeente__naam">{gemeente}</span>
    </>
  )
}

/** Coat of arms of the made-up municipality, in the colours of the house style. */
function GemeenteMark() {
  return (
    <svg viewBox="0 0 34 40" aria-hidden="true" focusable="false">
      <path className="zb-mark__field" d="M2 2h30v20c0 8-6 13-15 16C8 35 2 30 2 22z" />
      <path className="zb-mark__charge" d="M9 14h16" />
      <path className="zb-mark__accent" d="M8 24c3-4 6-4 9 0s6 4 9 0" />
    </svg>
  )
}

export function GemeenteHeader({ gemeente, href, children }: { gemeente: string; href: string; children?: ReactNode }) {
  return (
    <header className="zb-burger__header">
      <div className="zb-burger__inner">
        <Link href={href} className="zb-gemeente">
          <GemeenteNaam gemeente={gemeente} />
        </Link>
        {children}
      </div>
    </header>
  )
}
