import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { platformEnv } from '#lib/platform/env.ts'
import { LinkButton } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { GemeenteHeader } from '#lib/ui/shell/gemeente-header.tsx'
import { SkipLink } from '#lib/ui/shell/skip-link.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { setTaal } from '#lib/ui/text/set-taal.ts'
import { aansluiten } from '#lib/ui/texts/aansluiten.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { AANSLUITEN } from './paths.ts'
import '../../../lib/ui/staff/page.css'
import '../../../lib/ui/staff/list/table.css'
import './aansluiten.css'

export async function generateMetadata(): Promise<Metadata> {
  const { titel } = aansluiten[await currentTaal()]
  return {
    title: { default: titel, template: `%s · ${titel} · ${platformEnv().GEMEENTE_NAAM}` },
  }
}

/** Around what suppliers of a zaaksysteem read, who have no account here. */
export default async function AansluitenLayout({ children }: { children: ReactNode }) {
  const taal = await currentTaal()
  const other = taal === 'nl' ? 'en' : 'nl'
  return (
    <div className="zb-shell">
      <SkipLink text={aansluiten[taal].skip} />
      <GemeenteHeader gemeente={platformEnv().GEMEENTE_NAAM} href={AANSLUITEN}>
        <PostForm action={setTaal}>
          <LinkButton name="taal" value={other} lang={other}>
            {texts(other).taalNaam}
          </LinkButton>
        </PostForm>
      </GemeenteHeader>
      <main id="inhoud" tabIndex={-1} className="zb-burger__main">
        <div className="zb-burger__inner aansluiten">{children}</div>
      </main>
    </div>
  )
}
