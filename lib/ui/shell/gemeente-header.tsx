import type { ReactNode } from 'react'
import { Link } from '../text/link.tsx'
import { GemeenteMark } from './gemeente-mark.tsx'

export function GemeenteHeader({ gemeente, href, children }: { gemeente: string; href: string; children?: ReactNode }) {
  return (
    <header className="zb-burger__header">
      <div className="zb-burger__inner">
        <Link href={href} className="zb-gemeente">
          <GemeenteMark />
          <span className="zb-gemeente__naam">{gemeente}</span>
        </Link>
        {children}
      </div>
    </header>
  )
}
