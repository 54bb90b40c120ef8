import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { DEMO_GEMACHTIGDEN, type DemoGemachtigde } from '#demo/stage/demo-gemachtigden.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { burgerSignIn } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { signInBurger } from '#lib/publieksportaal/sign-in/burger/sign-in-actions.ts'
import { BurgerShell } from '#lib/ui/shell/burger-shell.tsx'
import { SignInForm } from '#lib/ui/shell/sign-in-form.tsx'
import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { inloggenMijn } from '#lib/ui/texts/inloggen.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { vertelVerhalen } from './vertel-verhalen.ts'

export const generateMetadata = titled((taal) => texts(taal).inloggen)

export default async function InloggenPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const visit = await burgerSignIn.visit(await searchParams)
  const taal = await currentTaal()
  const t = inloggenMijn[taal]
  const verhalen = visit.ways.demo ? await vertelVerhalen(publieksportaal(), taal) : new Map<string, string>()
  return (
    <BurgerShell gemeente={platformEnv().GEMEENTE_NAAM} taal={taal}>
      <SignInForm
        visit={visit}
        action={signInBurger}
        texts={publieksportaal().env.PUBLIEKSPORTAAL_OIDC_NAMENS ? { ...t, ...t.metNamens } : t}
        personen={[
          ...DEMO_BURGERS.map(({ id, naam }) => ({
            id,
            naam,
            toelichting: verhalen.get(id),
          })),
          ...DEMO_GEMACHTIGDEN.map((gemachtigde) => toPersoon(gemachtigde, t)),
        ]}
      />
    </BurgerShell>
  )
}

function toPersoon({ id, naam, namens, initiator }: DemoGemachtigde, t: (typeof inloggenMijn)['nl']) {
  const vestiging = 'kvkNummer' in initiator && initiator.vestigingsnummer
  return { id, naam, toelichting: t.namens(namens) + (vestiging ? t.vestiging(vestiging) : '') }
}
