import type { ReactNode } from 'react'
import { Link } from '../text/link.tsx'
import { GemeenteNaam } from './gemeente-header.tsx'
import './sign-in.css'

/** The sign-in page of staff, before there is a menu. Staff only, so Dutch only. */
export function SignInShell({ gemeente, href, children }: { gemeente: string; href: string; children: ReactNode }) {
  return (
    <main className="zb-inloggen" lang="nl">
      <header>
        <Link href={href} className="zb-gemeente">
          <GemeenteNaam gemeente={gemeente} />
        </Link>
      </header>
      {children}
    </main>
  )
}
