import type { ReactNode } from 'react'
import { platformEnv } from '#lib/platform/env.ts'
import { LinkButton } from '../form/button.tsx'
import { PostForm } from '../form/post-form.tsx'
import { SkipLink } from '../shell/skip-link.tsx'
import './shell.css'
import './page.css'
import './list/table.css'
import './list/filter-form.css'

/** The frame of all pages for staff, with its styles. */
export function StaffShell({
  title,
  skipLabel,
  search,
  menu,
  person,
  tools,
  signOut,
  signOutLabel,
  children,
}: {
  title: string
  skipLabel: string
  /** the search form, which every page has */
  search?: ReactNode
  menu?: ReactNode
  /** the person who is signed in */
  person: { name: string; role: string }
  /** controls before the sign-out button */
  tools?: ReactNode
  /** server action */
  signOut: () => Promise<void>
  signOutLabel: string
  children: ReactNode
}) {
  return (
    <div className="staff" lang="nl">
      <SkipLink text={skipLabel} />
      <header className="staff-sidebar">
        <p>
          <strong>{title}</strong>
          <span>{platformEnv().GEMEENTE_NAAM}</span>
        </p>
        {search}
        {menu}
        <div className="staff-sidebar__person">
          <p>
            <strong>{person.name}</strong>
            <span>{person.role}</span>
          </p>
          {tools}
          <PostForm action={signOut} data-sign-out>
            <LinkButton>{signOutLabel}</LinkButton>
          </PostForm>
        </div>
      </header>
      <main id="inhoud" className="staff-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
