import type { Metadata } from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { SignInForm } from '#lib/ui/shell/sign-in-form.tsx'
import { SignInShell } from '#lib/ui/shell/sign-in-shell.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { inloggenBalie as texts } from '#lib/ui/texts/inloggen.ts'
import { DEMO_BEHANDELAARS } from '#lib/zaaksysteem/sign-in/demo-behandelaars.ts'
import { behandelaarSignIn } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { signInBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in-actions.ts'
import { describeRol } from '../describe-rol.ts'

export const metadata: Metadata = { title: texts.titel }

export default async function InloggenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const visit = await behandelaarSignIn.visit(await searchParams)
  return (
    <SignInShell gemeente={platformEnv().GEMEENTE_NAAM} href="/balie">
      <SignInForm
        visit={visit}
        action={signInBehandelaar}
        texts={texts}
        personen={DEMO_BEHANDELAARS.map(({ subject, naam, team, rollen }) => ({
          id: subject,
          naam,
          toelichting: [team, ...rollen.map((rol) => describeRol(rol, (naam) => naam))].join(' · '),
        }))}
      />
    </SignInShell>
  )
}
