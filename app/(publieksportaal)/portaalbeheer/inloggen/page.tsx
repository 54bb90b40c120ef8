import type { Metadata } from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { DEMO_BEHEERDERS } from '#lib/publieksportaal/sign-in/beheerder/beheerders.ts'
import { beheerderSignIn } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { signInBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in-actions.ts'
import { SignInForm } from '#lib/ui/shell/sign-in-form.tsx'
import { SignInShell } from '#lib/ui/shell/sign-in-shell.tsx'
import { inloggenPortaalbeheer as texts } from '#lib/ui/texts/inloggen.ts'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'

export const metadata: Metadata = { title: texts.titel }

export default async function InloggenPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const visit = await beheerderSignIn.visit(await searchParams)
  return (
    <SignInShell gemeente={platformEnv().GEMEENTE_NAAM} href="/portaalbeheer">
      <SignInForm
        visit={visit}
        action={signInBeheerder}
        texts={texts}
        personen={DEMO_BEHEERDERS.map(({ subject, naam }) => ({
          id: subject,
          naam,
          toelichting: portaalbeheer.rol,
        }))}
      />
    </SignInShell>
  )
}
