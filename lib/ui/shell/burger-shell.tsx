import type { ReactNode } from 'react'
import { LinkButton } from '../form/button.tsx'
import { PostForm } from '../form/post-form.tsx'
import { Link } from '../text/link.tsx'
import type { Taal } from '../text/taal.ts'
import { namensTexts } from '../texts/mijn/namens.ts'
import { texts } from '../texts/texts.ts'
import { GemeenteHeader } from './gemeente-header.tsx'
import { HeaderMenu } from './header-menu.tsx'
import { SkipLink } from './skip-link.tsx'
import { TaalForm } from './taal-form.tsx'

/** The person who is signed in. */
type Person = {
  naam: string | null
  /** the represented person; null when this person represents nobody */
  voorWie: string | null
  hasVoorkeuren: boolean
  /** true when the sign-in lets a person choose whom to represent */
  hasNamens: boolean
}

/** A page for citizens. @param person absent when nobody is signed in */
export function BurgerShell({
  gemeente,
  taal,
  person,
  signOut,
  children,
}: {
  gemeente: string
  taal: Taal
  person?: Person | undefined
  /** server action */
  signOut?: (() => Promise<void>) | undefined
  children: ReactNode
}) {
  const t = texts(taal)
  return (
    <div className="zb-shell">
      <SkipLink text={t.skip} />
      <GemeenteHeader gemeente={gemeente} href="/mijn">
        {person && (
          <HeaderMenu button={t.menu.knop}>
            {person.naam && <span>{person.naam}</span>}
            {person.hasVoorkeuren && <Link href="/mijn/voorkeuren">{t.voorkeuren}</Link>}
            {person.voorWie === null && person.hasNamens && (
              <Link href="/mijn/namens">{namensTexts[taal].namensEenAnder}</Link>
            )}
            <PostForm action={signOut}>
              <LinkButton>{t.uitloggen}</LinkButton>
            </PostForm>
          </HeaderMenu>
        )}
      </GemeenteHeader>
      {person && person.voorWie !== null && (
        <section className="zb-burger__namens" aria-label={namensTexts[taal].label}>
          <div className="zb-line zb-burger__inner">
            <p>
              {namensTexts[taal].ingelogd} <strong>{person.voorWie}</strong>
            </p>
            <Link href="/mijn/namens">{namensTexts[taal].wissel}</Link>
          </div>
        </section>
      )}
      <main id="inhoud" tabIndex={-1} className="zb-burger__main">
        <div className="zb-burger__inner">{children}</div>
      </main>
      <BurgerFooter gemeente={gemeente} taal={taal} />
    </div>
  )
}

function BurgerFooter({ gemeente, taal }: { gemeente: string; taal: Taal }) {
  const { footer } = texts(taal)
  return (
    <footer className="zb-burger__footer">
      <nav className="zb-line zb-burger__inner" aria-label={footer.label}>
        <Link href="/mijn/toegankelijkheid">{footer.toegankelijkheid}</Link>
        <Link href="/mijn/privacy">{footer.privacy}</Link>
        <TaalForm taal={taal} />
        <span>{gemeente}</span>
      </nav>
    </footer>
  )
}
