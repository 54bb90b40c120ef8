import type { ReactNode } from 'react'
import { Link } from '../text/link.tsx'
import { GemeenteNaam } from './gemeente-naam.tsx'

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
